import { anyOf } from '../../../text/any-of.ts';

const UNTOUCHED = anyOf(
  /(?:没有?|还没|未|不曾|从没)(?:拆|使?用|穿|开|吃|喝|动)(?:封|过|开)?|全新的?|原包装|吊牌(?:还)?在/i,
  /\bun(?:opened|used|worn|touched)\b|\bsealed\b|\bbrand new\b|\btags? (?:are |is )?still (?:on|there)\b/i,
  /\b(?:not|never|haven'?t|hasn'?t|didn'?t) (?:been |even |yet )*(?:open|opened|use|used|wear|worn|try|tried)\b/i,
);
const OPENED = anyOf(
  /(?:已经?|都|刚|我)?(?:拆(?:封|开|了|过)|开(?:封|了封|过)|打开(?:了|过))/i,
  /\b(?:opened|unsealed|unwrapped|unboxed|broke the seal)\b/i,
);
const USED = anyOf(
  /(?:用|穿|戴|吃|喝|试|洗|装)(?:过|了(?!吗|么|没))|(?:装|安装)好了/i,
  /\b(?:used (?:it|them|once|twice)|been using|worn|wore|tried (?:it|them|one)|ate|drank)\b/i,
  /\b(?:tasted|washed)\b/i,
  /\b(?:put|fitted|installed|mounted) (?:it|them)(?: on| up| in)?(?: already)?\b/i,
  /\balready (?:put|fitted|installed|used)\b/i,
);

/** Whether a message says that the goods are as they came. */
export const untouchedSaid = (text: string): boolean => UNTOUCHED.test(text);

/** What is not said to be as it came: "used the pan once, the lid is unopened" tells of two things. */
const partsOf = (text: string): string[] =>
  text.split(/[,，。;；]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u).filter((part) => !untouchedSaid(part));

/** Whether a message says that the goods were opened or used; undefined: it does not tell. */
export function openedSaid(text: string): boolean | undefined {
  if (partsOf(text).some((part) => OPENED.test(part) || USED.test(part))) return true;
  return untouchedSaid(text) ? false : undefined;
}

const TRIED = /试|\btried\b/i;

/** Whether a message says that the goods were used, more than opened or tried on. */
export const usedSaid = (text: string): boolean => partsOf(text).some((part) => USED.test(part) && !TRIED.test(part));
