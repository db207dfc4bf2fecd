import { anyOf } from '../../text/any-of.ts';
import type { Ordinal } from '../types.ts';
import { parseNumber } from './numbers.ts';

/** Places by their English words and figures, from one to ten. */
export const ENGLISH_ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  '6th': 6,
  seventh: 7,
  '7th': 7,
  eighth: 8,
  '8th': 8,
  ninth: 9,
  '9th': 9,
  tenth: 10,
  '10th': 10,
};
const EN = Object.keys(ENGLISH_ORDINALS).join('|');
const IN_LIST = new RegExp(`\\b(${EN})\\b(?=\\s*(?:one|option|order|item|product|$|[.,!?]|of|and))`);
const EACH = new RegExp(`\\b(?:${EN})\\b`, 'g');

const LAST = anyOf(
  /最近(?:的)?(?:那|这)(?:一)?(?:个|笔|次|单)/,
  /最近(?:的|那|这|一|下)?(?:一|那)?(?:个|笔|次|单|份)?(?:的)?(?:订单|购买|单|买的)/,
  /最近一(?:个|笔|单|次)/,
  /最后(?:一|那)(?:个|笔|单|次|款|件)/,
  /上(?:一)?(?:个|笔|次|单)(?!月|星期|礼拜|周)(?:的)?(?:订单|买|单)?|最新的?(?:订单|一单|那单)/,
  /刚(?:刚)?(?:下|买|拍)的/,
  /\b(?:my |the )?(?:last|latest|most recent|newest|previous) (?:order|purchase|one|shipment|parcel|package|invoice|return|item)\b/,
  /\b(?:bought?|buy|order(?:ed)?|purchased?|got|get)\b.{0,20}\blast time\b|\border i just (?:made|placed)\b/,
);

/** A position in a list or in time, from normalised text: 第二个, "the second one", "my last order", 倒数第二个. */
export function findOrdinal(normalised: string): Ordinal | undefined {
  const fromEnd = /倒数第?([一二三四五六七八九十\d]+)|\bsecond to last\b|\blast but one\b/.exec(normalised);
  if (fromEnd) return position('end', fromEnd[1] ? parseNumber(fromEnd[1]) : 2);
  const zh = /第([一二三四五六七八九十\d]+)(?!天|次|方|代|周|年|季|页|章)/.exec(normalised);
  if (zh) return position('start', parseNumber(zh[1] ?? ''));
  const en = IN_LIST.exec(normalised);
  if (en) return position('start', ENGLISH_ORDINALS[en[1] ?? '']);
  const number = /\b(?:number|option|no\.) ?([1-9])\b|^选?([1-9一二三四五])[.个吧]?$/.exec(normalised);
  if (number) return position('start', parseNumber(number[1] ?? number[2] ?? ''));
  if (LAST.test(normalised)) return { from: 'end', n: 1 };
  if (/\bthe last (?:one)?$|^last one$|^the latter$/.test(normalised)) return { from: 'end', n: 1 };
  return undefined;
}

/** Every place in a list that is named, from its start: "the first and the third", 第一个跟第三个. */
export function ordinalsIn(normalised: string): number[] {
  const zh = [...normalised.matchAll(/第([一二三四五六七八九十\d]+)(?=个|款|种|件|和|跟|与|[,，、])/g)].map(([, n]) =>
    parseNumber(n ?? ''),
  );
  const en = [...normalised.matchAll(EACH)].map(([word]) => ENGLISH_ORDINALS[word]);
  return [...new Set([...zh, ...en].flatMap((n) => n ?? []))];
}

function position(from: 'start' | 'end', n: number | undefined): Ordinal | undefined {
  return n !== undefined && Number.isInteger(n) && n > 0 && n <= 20 ? { from, n } : undefined;
}
