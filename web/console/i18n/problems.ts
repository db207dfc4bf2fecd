import type { Problem } from '../../api/problem.ts';
import type { ImportReportBody } from '../../api/types.ts';
import { fill, type Locale } from '../../i18n/dictionary.ts';
import type { ConsoleDictionary } from './dictionary.ts';

/** What the server refuses, by its stable codes. It says so itself in English, often with the particulars. */
const CHINESE: Record<string, string> = {
  // 登录与账号
  unauthorized: '登录信息不正确或已失效，请重新登录。',
  forbidden: '您的角色没有这项权限。',
  wrong_password: '当前密码不正确。',
  link_void: '链接已使用或已过期，请索取新的链接。',
  known_address: '已有账号使用这个邮箱。',
  own_account: '自己的角色和账号只能由其他管理员修改。',
  account_closed: '账号已停用，请先启用。',
  too_many_requests: '操作过于频繁，请稍后再试。',
  // 通用
  not_found: '内容不存在，可能已被删除。',
  invalid_request: '填写的内容不符合要求，请检查后再试。',
  bad_request: '请求有误，请刷新页面后再试。',
  conversation_busy: '会话刚刚有变化，请再试一次。',
  request_timeout: '请求超时，请重试。',
  shutting_down: '服务正在重启，请稍后再试。',
  storage_full: '存储空间已满。请联系系统管理员，稍后再试。',
  database_unreachable: '暂时无法连接数据库，请稍后再试。',
  internal_error: '服务器出错，请稍后再试。',
  // 知识
  file_empty: '文件是空的。',
  file_missing: '没有收到文件。',
  file_name_missing: '文件没有名称。',
  invalid_file: '文件没有名称。',
  too_many_files: '每次请求只能上传一个文件。',
  malformed_form: '上传的数据不完整，请重新上传。',
  too_large: '文件太大，请拆成几个较小的文件。',
  unsupported: '无法读取这种文件。',
  invalid_url: '网址须以 http:// 或 https:// 开头，且不能包含密码。',
  in_progress: '文档正在处理，完成后再试。',
  nothing_held: '这份文档没有待审核的版本。',
  nothing_to_retry: '文件已成功读取。如需更换，请上传新文件。',
  nothing_answers: '文档还没有生效的版本。请先发布，或删除文档。',
  too_many_sentences: '“仍然引用”的句子已达上限。',
  invalid_faq: '问题和答案都要填写，且不能过长。',
  invalid_sheet: '无法识别这份表格。请检查表头、格式和行数。',
  invalid_term: '这个词条不能使用：请填写至少两个同义的名称，不要用数字、单字或整句话。',
  term_exists: '其中一个词已在别的词条里，请把其他说法加到那里。',
  too_many_terms: '词条数量已达上限，请先删除不再需要的。',
  too_common: '这些词在太多段落中出现，无法试算；但可以直接保存。',
  embedding_unreachable: '向量模型没有响应，请稍后再试。',
  // 坐席
  shortcut_taken: '已有快捷回复使用这个快捷词。',
  not_waiting: '这个会话没有在等待人工。',
  same_agent: '这个会话已由您接待。',
  already_claimed: '同事已经接待了这个会话。',
  not_claimed: '请先接待这个会话。',
  with_person: '这个会话已由人工接待。',
  no_model: '没有配置模型，无法翻译。',
  translation_failed: '暂时无法翻译。请重试，或直接发送原文。',
  unknown_action: '没有这种修改。',
  bad_arguments: '修改缺少必要的内容，或内容不可用。',
  confirmation_settled: '这项修改已被确认、取消或撤回。',
  confirmation_expired: '这次确认已过期，请重新提议修改。',
  approval_decided: '这项审批已有结果。',
  change_in_doubt: '店铺系统没有回应，不确定修改是否已执行。请到店铺系统核实，或再次批准：不会重复执行。',
  shop_unavailable: '店铺系统没有执行，内容没有变化。请稍后再试。',
  shop_refused: '店铺系统拒绝了这项修改。',
  change_undone: '这项变更已撤销。',
  undo_running: '这项变更正在撤销。',
  not_undoable: '这项变更现在无法撤销：订单之后有变化，或规则不允许。',
  // 质量
  no_labels: '还没有标注。请先标注或导入一些对话，再生成数据集或训练。',
  unknown_intent: '没有这个意图。',
  wrong_task: '这个模型不能用于这项任务。',
  reason_missing: '越过关卡须说明理由。',
  already_current: '这个模型已经在用。',
  nothing_to_roll_back: '当前是第一个模型，没有可回滚的版本。',
  not_compared: '请先对比这个模型。',
  not_comparable: '只能对比在这里训练的模型。',
  stale_comparison: '对比所用的模型已不是当前模型，请重新对比。',
  gate_not_passed: '这个模型没有通过关卡。',
  shadow_runs: '已有影子运行，请先结束。',
  training_runs: '已有训练在进行，一次只能进行一项。',
  too_few_examples: '样本太少，无法微调。',
  bad_span: '日期范围不正确：开始不能晚于结束，也不能过长。',
};

/** Why a row of a sheet was left out, by its code. */
const ROWS: Record<ImportReportBody['faults'][number]['code'], string> = {
  no_letters: '“{about}”里没有文字。',
  number: '“{about}”是数字：数字按原样比较，不需要同义词。',
  stands_everywhere: '“{about}”几乎每段文字都有，请加上说明内容的词。',
  too_short: '“{about}”太短：一个字会出现在许多词里，请至少写两个字。',
  sentence: '“{about}”是一句话，请只写名称。',
  two_words_needed: '一个词条至少需要两个意思相同的词，同一种语言或两种语言都可以。',
  joins_entries: '这一行会把两个词条合在一起：{about}。',
  same_question: '与第 {about} 行的问题相同。',
  does_not_fit: '问题和答案都要填写，且不能过长。',
};

export const rowFaultWords = (
  locale: Locale,
  { code, message, about = '' }: ImportReportBody['faults'][number],
): string => (locale === 'zh' ? fill(ROWS[code], { about }) : message);

/** What went wrong, in the reader's language; a code that is new here in the server's own words. */
export function problemWords(t: ConsoleDictionary, locale: Locale, { code, message }: Problem): string {
  if (code === 'network') return t.networkFault;
  return (locale === 'zh' ? CHINESE[code] : undefined) ?? message;
}
