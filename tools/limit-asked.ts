import type { Product } from '../stores/products.ts';
import { anyOf } from '../text/any-of.ts';
import { normaliseText } from '../understanding/normalise.ts';
import { parseNumber, NUMBER as SPELLED } from '../understanding/slots/numbers.ts';

/** What a question wants a measure of the goods to be at most, or at least; `unit` as keys of properties end in it. */
interface Limit {
  amount: number;
  unit: string | undefined;
  atMost: boolean;
  keys: RegExp;
}

/** Units as people write them, what keys call them, and how many of it each is. */
const UNITS: readonly (readonly [words: string, unit: string, factor: number])[] = [
  ['cm|centimet(?:er|re)s?|厘米|公分', 'cm', 1],
  ['mm|毫米', 'mm', 1],
  ['met(?:er|re)s?|m|米', 'cm', 100],
  ['kgs?|kilos?|公斤|千克', 'kg', 1],
  ['斤', 'kg', 0.5],
  ['lit(?:er|re)s?|l|升', 'l', 1],
];
const UNIT = UNITS.map(([words]) => words).join('|');
const AMOUNT = new RegExp(`(?<![\\w.])(${SPELLED})[ -]?(?:(${UNIT})(?![a-z]))?`, 'g');

/** Measures by their adjectives and nouns, and the keys that hold them. */
const MEASURES: readonly (readonly [RegExp, RegExp])[] = [
  [/宽|\bwid(?:e|er|th)\b/, /width/i],
  [/高度|[多不更]高|\b(?:tall|taller|high|higher|height)\b/, /height/i],
  [/长度|[多不更]长|\b(?:long|longer|length)\b/, /length/i],
  [/深度|[多不更]深|\b(?:deep|deeper|depth)\b/, /depth/i],
  [/厚|\bthick(?:er|ness)?\b/, /thick/i],
  [/(?<!承)重量|[多不更]重|\b(?:weigh(?:s|ing|t)?|heavy|heavier|lighter)\b/, /(?<!max_)weight/i],
];
const AT_MOST = anyOf(
  /不超过|不要超过|不[高宽长深厚重大]于|小于|低于|少于|最多|以内|以下|之内/,
  /\b(?:under|below|less than|at most|up to|within|lighter than|max(?:imum)?)\b|\b(?:no|not) [a-z]+er than\b|\bnot? (?:over|more than)\b/,
);
const AT_LEAST = anyOf(
  /(?<!不)(?<!不要)超过|至少|不[低小少]于|(?<!不)[大高]于|以上|起码/,
  /\b(?:at least|over|above|more than|or more|from)\b/,
);
/** What a thing can bear or is made for, told by its own upper limit. */
const BEARS =
  /承重|承受|撑得?住|适合|适用|用于|\b(?:hold|carry|support|bear|take)(?:s|ing)?\b|\bfor (?:an? |my |up to )?\d/;
const UPPER_LIMITS = /(?:^|_)(?:max|up_to|load|limit)(?:_|$)|承重|上限|最大/i;

/** The limit that a question sets to a measure of the goods: "no wider than 180 cm", 能承重80公斤; undefined: none. */
export function limitAsked(question: string): Limit | undefined {
  const text = normaliseText(question);
  const told = [...text.matchAll(AMOUNT)].flatMap(([, number = '', word]) => {
    const amount = parseNumber(number);
    const unit = word === undefined ? undefined : UNITS.find(([words]) => new RegExp(`^(?:${words})$`).test(word));
    return amount === undefined ? [] : [{ amount: amount * (unit?.[2] ?? 1), unit: unit?.[1] }];
  });
  const measured = told.filter(({ unit }) => unit !== undefined);
  const [limit, another] = measured.length > 0 ? measured : told;
  if (!limit || another) return undefined;
  const keys = MEASURES.find(([words]) => words.test(text))?.[1];
  const atMost = AT_MOST.test(text);
  if (keys && (atMost || AT_LEAST.test(text))) return { ...limit, atMost, keys };
  return limit.unit !== undefined && BEARS.test(text) ? { ...limit, atMost: false, keys: UPPER_LIMITS } : undefined;
}

/** The property by which a product keeps within a limit; false: it does not; undefined: it does not say. */
export function keepsLimit({ attributes }: Product, { amount, unit, atMost, keys }: Limit): string | false | undefined {
  const entry = Object.entries(attributes).find(
    ([key, value]) => keys.test(key) && typeof value === 'number' && (unit === undefined || unitOf(key) === unit),
  );
  if (!entry) return undefined;
  const value = Number(entry[1]);
  return (atMost ? value <= amount : value >= amount) ? entry[0] : false;
}

const unitOf = (key: string): string | undefined =>
  key
    .split('_')
    .at(-1)
    ?.replace(/^lit(?:er|re)s?$/, 'l');
