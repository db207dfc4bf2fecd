import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';

const WISHES = anyOf(
  /推荐|介绍|建议|有什么|有没有|有.{0,12}[吗么嘛没]|哪|什么|啥|想|要|适合|送|买|求|来[个点款]|合适|好用/i,
  /\b(?:recommend|suggest|advi[sc]e|look|looking|want|need|which|what|any|anything)\b/i,
  /\b(?:something|have|has|got|sell|stock|carry|gift|present|best|good|show|find|ideas?)\b/i,
  /\b(?:for my|like|alternatives?|similar|cheaper|popular)\b/i,
);

/** A question that looks for no goods ("do you use butter", "is next day possible"), whatever of them it names. */
export const asksOfThing = ({ text, isQuestion }: { text: string; isQuestion: boolean }): boolean =>
  isQuestion && !WISHES.test(normaliseText(text));
