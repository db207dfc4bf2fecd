import { stem } from './stem.ts';

/**
 * Words that customers put around what they ask about. They may stand in any passage or in none without telling
 * whether it answers; they are searched, but weigh little.
 */
const ENGLISH =
  'buy bought purchase purchased item items product products thing stuff order orders send sent back day days week weeks time times ' +
  'today yesterday tomorrow people person guy friend wife husband mother father mom dad son daughter kid family somebody someone ' +
  'anybody anyone nobody nothing rid mind start started starting stop stay put keep kept left right show shows says said told try tried trying ' +
  'look looks looking think thought believe feel hope happy sure correct wrong good bad better best great nice fine first last next ' +
  'new old big small little long short many much often always never sometimes usually soon later early quick quickly fast slow ' +
  'recently currently right okay problem issue case situation reason way place part side end number amount total lot different same ' +
  'other another else certain specific normal normally general generally actually simply especially also maybe please allow allowed ' +
  'offer provide available accept option options possible able choose decide decided plan planning expect expected wait waiting ' +
  'call called ask asked answer reply information details detail info explain mean means meaning fell since around about under over ' +
  'policy policies rule rules regulation terms conditions guide notice ' +
  'against among amongst along within through throughout towards toward despite except besides beyond across behind beside near ' +
  'know knew say come came go run stand happen matter enough sister brother morning evening tonight weekend chance while ' +
  'own bring take taken turn gave given giving receive receives per each whole once twice already still shop store customer company';

const CHINESE =
  '买 买了 购买 东西 商品 产品 货 天 几天 好几天 周 月 今天 昨天 明天 现在 时间 时候 人 别人 朋友 老婆 老公 妈妈 爸爸 家人 孩子 同事 ' +
  '喜欢 觉得 感觉 希望 打算 准备 发现 显示 出现 看到 听说 说明 意思 办法 问题 原因 方式 方法 地方 数量 几次 次 同 相同 不同 一样 ' +
  '刚 刚刚 刚才 马上 已经 一直 经常 总是 老是 有时 有时候 最近 之前 后来 突然 好像 可能 必须 普通 正常 特别 尤其 ' +
  '新 旧 大 小 好 坏 快 慢 早 晚 长 短 拿 放 拿到 收到 给 送 找 开始 结束 继续 停 试 试试 等 等等 选 接受 提供 支持 店 公司 单 单子 订单 老板 ' +
  '政策 规定 规则 制度 须知 条款 条件 指南 流程 ' +
  '看 看看 查看 付 喝 吃 用 存 装 带 坐 换成 回来 出来 爱人 对象 大人 自家 家里 ' +
  '别 别的 全部 所有 每次 一次 两次 一共 总共 左右 以上 以下 期间';

const WORDS = new Set([...ENGLISH.split(' ').map(stem), ...CHINESE.split(' ')]);

/** Whether a stem or a Chinese word is one of everyday talk. */
export const isCommonWord = (word: string): boolean => WORDS.has(word);
