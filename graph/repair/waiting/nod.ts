import { anyOf } from '../../../text/any-of.ts';
import { plainWords } from '../consists-of.ts';

const NOD = anyOf(
  /^(?:(?:ok(?:ay)?|k|alright|all right|fine|right|great|cool|thanks|thank you|thx|got it|i see|understood) ?)+$/,
  /^(?:好(?:的|吧|呀|啊|嘞|滴)?|嗯+|哦+|噢+|知道了|明白了?|了解了?|收到|谢谢|谢啦|ok)+$/,
);
const CONFIRMS = /确认|確認|\bconfirm/;
const CARRY_OUT = /提交|办理|[去就]办|\b(?:do (?:it|that)|go (?:ahead|on)|submit|proceed)\b/;

/** "Ok", 好的: it may say no more than that something was heard. */
export const isNod = (normalised: string): boolean => NOD.test(plainWords(normalised));

/** Wants something done, or confirmed. */
export const wantsItDone = (normalised: string): boolean => CONFIRMS.test(normalised) || CARRY_OUT.test(normalised);

/** Names the confirming itself, whatever was spoken of last. */
export const confirms = (normalised: string): boolean => CONFIRMS.test(normalised);
