import { type AnswerType, answerTypeOf, holdsAnswer } from '../../knowledge/retrieval/answer-type.ts';
import { splitSentences } from '../../knowledge/text/sentences.ts';
import { anyOf } from '../../text/any-of.ts';

/** What surely asks for an amount, a span of time or a date, and for nothing else. */
const ASKS: Partial<Record<AnswerType, RegExp>> = {
  money: anyOf(
    /多少(?:钱|元|块)|[几多少][块元]钱?(?!头)|\bhow much (?:is|are|was|does|do|did|would|will|to|for|money)\b/i,
    /\bwhat (?:does|do|did|would|will) (?:it|that|this|they|you|the [a-z ]{2,24}) (?:cost|charge)\b|\bwhat(?:'s| is) (?:the|that|your) (?:price|cost|fee|charge)\b/i,
  ),
  // How often something is done may be told by miles: 多久上一次油.
  duration:
    /多久(?!以前|之前|[^，。,?？]{0,8}一[次回遍])|多长时间|[几多少]个?(?:天|小时|工作日|分钟|星期|月)(?!前|大)|\bhow (?:long|many (?:minutes|hours|days|weeks|months|years))\b/i,
  date: /什么时[候间]|啥时候|何时|几[点号]|\bwhat (?:time|date|day)\b|(?:^|[,;] )when (?:is|are|do|does|did|will|can)\b/i,
};
/** Which colours there are. */
const ASKS_COLOURS = /(?:[几哪]|什么|多少)[种个些]?颜色|颜色有(?:哪|几|什么)|\b(?:what|which|how many) colou?rs?\b/i;
const COLOUR =
  /色|[黑白红蓝绿灰粉紫黄橙棕]|\b(?:black|white|red|blue|green|gr[ae]y|pink|purple|yellow|orange|brown|beige|tan|navy|colou?rs?)\b/i;
/** That there is no such thing, or that it depends, answers too. */
const DENIES = anyOf(
  /[不没無无未免]|看|视|按|另|咨询|付费|自费|自理|承担|报价/i,
  /\b(?:not?|never|none|without|depend\w*|varies|vary|until|while|as (?:long|soon) as)\b/i,
  /\b(?:after|before|cannot|chargeable|for a fee|quote\w*|own (?:cost|expense))\b|n['’]t\b/i,
);

/**
 * Whether what is told holds the kind of thing that a question surely asks for. A sentence that shares the question's
 * words and has no amount answers no "how much".
 */
export function kindTold(question: string, told: readonly string[]): boolean {
  if (ASKS_COLOURS.test(question)) return told.some((text) => COLOUR.test(text));
  const type = answerTypeOf(question);
  if (type === undefined || !ASKS[type]?.test(question)) return true;
  const types: AnswerType[] = type === 'money' ? [type, 'share'] : [type];
  return told.some(
    (text) =>
      DENIES.test(text) ||
      splitSentences(text).some((sentence) => types.some((kind) => holdsAnswer(kind, sentence, question))),
  );
}
