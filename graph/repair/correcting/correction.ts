import { anyOf } from '../../../text/any-of.ts';
import { normaliseText } from '../../../understanding/normalise.ts';

/** "No, the blue one", "不对，是另一个": what the customer meant instead. */
export interface Correction {
  /** What stands after the refusal, as written; empty when nothing does. */
  rest: string;
  /** What is refused in its favour, where it is named: "not the fans, …". */
  wrong?: string;
  /** Just "the other one". */
  other: boolean;
}

/** Opens a correction by itself. */
const STRONG = [
  // 不对, 不是这个
  '不对|不是(?:的|啊|呀|吧)?(?=[\\s,，.。!！]|$)|不是(?:这|那)(?:一)?(?:个|单|笔|件|款|种)?',
  // 错了, 我弄错了
  '错了|(?:我|你)?(?:弄|搞|说|打|写|发|输|看|选|点)错了',
  // 我说的是…, 这不是我要的, 应该是…
  '我(?:说|指|问|要|讲|想(?:问|说|要))的(?:不是|是)|我(?:是)?(?:说|指|想说|想问|的意思)(?:是|的是)?',
  '(?:这|那)?不是我(?:说|要|问)的(?:那?个)?|(?:应该|改成|换成)是?',
  'no(?! (?:longer|more)\\b)(?: (?:wait|no|sorry))?(?=[ ,.!-])|nope|wait no|hang on no',
  'oops|whoops|typo|my (?:bad|mistake)',
  // "I meant …", "I'm asking about …"
  "i (?:meant|mean|said|was (?:asking|talking) about)|i(?:'m| am|m) (?:talking|asking) about",
  // "not that one", "that's wrong"
  "not (?:that|this)(?: one)?|(?:that'?s |it'?s |thats )?(?:wrong(?: one| order)?|not (?:it|right|the one|what i (?:meant|said|want)))",
  'rather|instead',
].join('|');
/** Opens one only beside another opener. */
const WEAK = [
  '(?:等等|等(?:一)?下|哦+|噢|啊|呃|抱歉|不好意思|对不起|嗯|那)',
  '(?:hm+|um+|sorry|oh(?: right)?|uh|actually|well|ok|please|but|wait|hang on|hold on|是)(?=[\\s,，.。!！;；:：-])',
].join('|');
const HEAD = new RegExp(`^(?:(?<strong>${STRONG})|(?:${WEAK}))[\\s,，.。!！;；:：—–-]*`, 'i');
const CLOSED = /[\s,，.。!！;；:：—–-]$/;
/** "不是童车，是驮包", "not the purifiers, the fans": the second half counts. */
const NOT_BUT =
  /^(?:(?:我(?:说|指|问|要)的)?不是(?<wrongHan>[^，,。;；\s]{1,16})[，,\s]\s*(?:而)?(?:是|我要|要)\s*|not (?:the |my |a |number |no\. ?)?(?<wrong>[a-z0-9' -]{1,24})(?:,| but| -)\s*)(?=\S)/i;
const OTHER =
  /^(?:是|要|我要|看|the|that|my)?\s*(?:另(?:外)?(?:一|1)?(?:个|单|笔|件|款|条)?|别的(?:那个)?|其他(?:那个)?|剩下(?:的|那个)?|(?:the )?(?:other|another)(?: (?:one|order|parcel|package))?)(?:的|吧|啊|订单|包裹)?$/;
const LONGEST = 200;

/** The correction that a message makes; undefined when it makes none. */
export function readCorrection(text: string): Correction | undefined {
  if (text.length > LONGEST) return undefined;
  let rest = text.trim();
  let strong = false;
  const half = NOT_BUT.exec(rest);
  if (half) return insteadOf(half, rest);
  for (let head = HEAD.exec(rest); head; head = HEAD.exec(rest)) {
    const [all] = head;
    const after = rest.slice(all.length);
    // "nothing", "waiting for …": the opener must end as a word does.
    if (after !== '' && !CLOSED.test(all) && /^[a-z']/i.test(after) && /[a-z]$/i.test(all)) break;
    strong ||= head.groups?.strong !== undefined;
    rest = after;
    const next = NOT_BUT.exec(rest);
    if (next) return insteadOf(next, rest);
    if (rest === '') break;
  }
  return strong ? done(rest.replace(/^(?:是|it'?s |its )(?=\S)/i, '')) : undefined;
}

function insteadOf(half: RegExpExecArray, text: string): Correction {
  const wrong = half.groups?.wrongHan ?? half.groups?.wrong;
  return { ...done(text.slice(half[0].length)), ...(wrong ? { wrong: wrong.trim() } : {}) };
}

const done = (rest: string): Correction => {
  const trimmed = rest.replace(/^[\s,，.。!！;；:：—–-]+/, '').trim();
  return { rest: trimmed, other: OTHER.test(unmarked(trimmed)) };
};

const unmarked = (text: string): string =>
  normaliseText(text)
    .replace(/\p{P}+/gu, '')
    .trim();

const ALSO =
  /^(?:and |also |then |那|还有|再把)+|(?: too| as well| also|也(?:要|是|一样|这样|取消|退)?(?:吧|了|掉)?)$/g;

const OTHER_ORDER = /\bthe other order\b|另(?:外)?一?个?(?:订单|單|单)(?!独)/;

/** "And the other one too", "… in the other order": not the one that is talked about. */
export const saysOther = (text: string): boolean =>
  OTHER_ORDER.test(normaliseText(text)) || OTHER.test(unmarked(text).replace(ALSO, ''));

/** No person is wanted, at a message's beginning; what stands between it and the rest goes with it. */
const NO_PERSON = anyOf(
  /^(?:我)?(?:不|别|先不|暂时不)(?:用|要|需要|想要?|必)?(?:给我)?(?:转|找|接|叫)?(?:人工|真人|客服)(?:客服)?(?:了|吧)?/i,
  /^(?:no[, ]+)?(?:please )?(?:i )?(?:do not|don'?t|dont) (?:want|need)(?: to (?:talk|speak) to)? (?:a |an |any |the )?(?:person|human|agent|someone|anyone|people)/i,
  /^no (?:person|human|agent|people)(?: please| needed)?|^without (?:a |an )?(?:person|human|agent)/i,
);

/** "No person, just tell me …": the refusal of a person, and what follows it. Undefined: no such refusal. */
export function refusesPerson(text: string): { rest: string } | undefined {
  const said = text.trim();
  const match = NO_PERSON.exec(said);
  return match ? { rest: said.slice(match[0].length).replace(/^[\s,，.。!！;；:：—–-]+/, '') } : undefined;
}
