import { readable } from './readable.ts';
import { segmentsOf } from './segments.ts';
import type { Sign } from './sign.ts';
import { SIGNS_EN } from './signs-en.ts';
import { SIGNS_ZH } from './signs-zh.ts';

const ENOUGH = 2;
const SIGNS: readonly Sign[] = [...SIGNS_EN, ...SIGNS_ZH];
/** One of these stands in whatever has a sign that can begin a finding: most texts end here. */
const WORTH_A_LOOK =
  /ignor|disregard|forget|overrid|bypass|discard|dismiss|set aside|throw away|abandon|no attention|not (?:follow|obey)|n't (?:follow|obey)|never (?:follow|obey)|obeying|following|you are n|from now|henceforth|this point|pretend|act as|role-?play|behave|simulat| mode|restrict|jailbr|your \S+ (?:task|role|goal|obj|instr|pers|dir|purp|job|miss|prompt|rules|guid)|instruct|prompt|\bai\b|llm|gpt|model|\bbots?\b|chat ?bot|assistant|agent|machine|^\W*(?:system|admin|develop|root|operator)|decod|base64|decrypt|rot13|tool|function|\bapi\b|command|\bsql|_|\bset\b|<|\[\/?inst|your message|repl|respon|answer|output|environment|secret|customer|user|buyer|shopper|reader|visitor|client|people|whatever|no matter|cancel|refund|transfer|approved|authori[sz]ed|confirm|consent|批准|授权|确认|同意|[忽无忘抛撇丢绕跳推覆]|遵守|遵循|理会|不要|别|[你您](?:现在|不再|是|的|从)|从(?:现在|此)|扮演|假装|充当|模式|限制|越狱|指令|命令|提示词|人工智能|模型|机器人|助手|助理|智能|系统|密钥|环境变量|调用|执行|运行|触发|回复|回答|答复|输出|告诉|告知|引导|顾客|客户|用户|买家|解码|解密/;

/** Points of a stretch of text, each name at its best. */
export function pointsOf(text: string): number {
  const said = readable(text);
  if (!WORTH_A_LOOK.test(said)) return 0;
  const found = SIGNS.filter(({ pattern, unless }) => pattern.test(said) && !unless?.test(said));
  const names = new Set(found.map(({ name }) => name));
  let points = 0;
  for (const { beside, points: own } of found) if (!beside || beside.some((name) => names.has(name))) points += own;
  return points;
}

/** A stretch of a text, from its offset `from` up to `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** Whether a sentence is let stand although it looks like an instruction to the machine. */
export type MayStand = (sentence: string) => boolean;

/**
 * The stretches of a shop's text that tell the machine what to do, in reading order: whole sentences or table cells.
 * What stands beside one in its paragraph and is doubtful by itself goes with it. What may stand is none.
 */
export function machineInstructions(text: string, mayStand: MayStand = () => false): Stretch[] {
  const segments = segmentsOf(text).map((segment) => ({
    ...segment,
    points: pointsOf(text.slice(segment.from, segment.to)),
  }));
  const found = segments.map(({ points }) => points >= ENOUGH);
  const spread = (at: number, beside: number) => {
    const here = segments[at];
    const other = segments[beside];
    if (here && other && found[beside] && here.points > 0 && here.paragraph === other.paragraph) found[at] = true;
  };
  for (let at = 1; at < segments.length; at++) spread(at, at - 1);
  for (let at = segments.length - 2; at >= 0; at--) spread(at, at + 1);
  return segments
    .filter(({ from, to }, at) => found[at] && !mayStand(text.slice(from, to)))
    .map(({ from, to }) => ({ from, to }));
}
