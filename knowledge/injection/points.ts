import { anyOf } from '../../text/any-of.ts';
import { readable } from './readable.ts';
import type { Sign } from './sign.ts';
import { SIGNS_EN } from './signs-en.ts';
import { SIGNS_ZH } from './signs-zh.ts';

/** So many points are an instruction to the machine. */
export const ENOUGH = 2;
const SIGNS: readonly Sign[] = [...SIGNS_EN, ...SIGNS_ZH];
/** One of these stands in whatever has a sign that can begin a finding: most texts end here. */
const WORTH_A_LOOK = anyOf(
  /ignor|disregard|forget|overrid|bypass|discard|dismiss|set aside|throw away|abandon|no attention/,
  /not (?:follow|obey)|n't (?:follow|obey)|never (?:follow|obey)|obeying|following|you are n|from now/,
  /henceforth|this point|pretend|act as|role-?play|behave|simulat| mode|restrict|jailbr/,
  /your \S+ (?:task|role|goal|obj|instr|pers|dir|purp|job|miss|prompt|rules|guid)|instruct|prompt|\bai\b|llm/,
  /gpt|model|\bbots?\b|chat ?bot|assistant|agent|machine|^\W*(?:system|admin|develop|root|operator)|decod/,
  /base64|decrypt|rot13|tool|function|\bapi\b|command|\bsql|_|\bset\b|<|\[\/?inst|your message|repl|respon/,
  /answer|output|environment|secret|customer|user|buyer|shopper|reader|visitor|client|people|whatever|no matter/,
  /cancel|refund|transfer|approved|authori[sz]ed|confirm|consent/,
  /批准|授权|确认|同意|[忽无忘抛撇丢绕跳推覆]|遵守|遵循|理会|不要|别|[你您](?:现在|不再|是|的|从)|从(?:现在|此)|扮演|假装|充当|模式|限制|越狱|指令|命令|提示词|人工智能|模型|机器人/,
  /助手|助理|智能|系统|密钥|环境变量|调用|执行|运行|触发|回复|回答|答复|输出|告诉|告知|引导|顾客|客户|用户|买家|解码|解密/,
);

function signsIn(text: string): readonly Sign[] {
  const said = readable(text);
  if (!WORTH_A_LOOK.test(said)) return [];
  return SIGNS.filter(({ pattern, unless }) => pattern.test(said) && !unless?.test(said));
}

/** Points of signs, those that count only beside another where it is there. */
function weigh(found: readonly Sign[]): number {
  const names = new Set(found.map(({ name }) => name));
  let points = 0;
  for (const { beside, points: own } of found) if (!beside || beside.some((name) => names.has(name))) points += own;
  return points;
}

/** Points of a stretch of text. */
export const pointsOf = (text: string): number => weigh(signsIn(text));

/** A heading or cell that ends like a sentence is not carried on by what follows. */
const CLOSED = /[.。!！?？;；…][”’"』」）)]*\s*$/;

/**
 * Which of the parts of a text that follow each other belong to an instruction that goes over a border between them:
 * all where none is one by itself; else what is doubtful, or said only together with the one that is.
 */
export function instructTogether(parts: readonly string[]): boolean[] {
  const none = parts.map(() => false);
  if (parts.slice(0, -1).some((part) => CLOSED.test(part))) return none;
  const together = signsIn(parts.join(' '));
  if (weigh(together) < ENOUGH) return none;
  const apart = parts.map(signsIn);
  const known = new Set(apart.flat());
  const goesOver = together.some((sign) => !known.has(sign));
  if (apart.every((signs) => weigh(signs) < ENOUGH)) return parts.map(() => goesOver);
  return apart.map((signs) => goesOver || weigh(signs) > 0);
}
