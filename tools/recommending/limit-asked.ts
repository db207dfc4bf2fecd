import type { Product } from '../../stores/products.ts';
import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { amountOf } from './amount-of.ts';
import { measuresIn } from './fitting-measures.ts';

interface Told {
  amount: number;
  /** Undefined: in whatever unit the goods tell it. */
  family?: string;
}

/** What a question wants a measure of the goods to be at most, or at least. */
interface Limit extends Told {
  atMost: boolean;
  keys: RegExp;
}

/** A number without a unit: "a width under 80", 宽度80以内. */
const BARE = /(?<![\w.])\d+(?:\.\d+)?(?=$|[?？。,，的以之])/g;

/** Measures by their adjectives and nouns, and the keys that hold them. */
const MEASURES: readonly (readonly [RegExp, RegExp])[] = [
  [/宽|\bwid(?:e|er|th)\b/, /width|宽/i],
  [/高度|[多不更]高|\b(?:tall|taller|high|higher|height)\b/, /height|高度?$/i],
  [/长度|[多不更]长|\b(?:long|longer|length)\b/, /length|长度?$/i],
  [/深度|[多不更]深|\b(?:deep|deeper|depth)\b/, /depth|深度?$/i],
  [/厚|\bthick(?:er|ness)?\b/, /thick|厚/i],
  [/(?<!承)重量|[多不更]重|\b(?:weigh(?:s|ing|t)?|heavy|heavier|lighter)\b/, /(?<!max_)weight|(?<![承载])重/i],
];
const AT_MOST = anyOf(
  /不超过|不要超过|不[高宽长深厚重大]于|小于|低于|少于|最多|以内|以下|之内/,
  /\b(?:under|below|less than|at most|up to|within|lighter than|max(?:imum)?)\b/,
  /\b(?:no|not) [a-z]+er than\b|\bnot? (?:over|more than)\b/,
);
const AT_LEAST = anyOf(
  /(?<!不)(?<!不要)超过|至少|不[低小少]于|(?<!不)[大高]于|以上|起码/,
  /\b(?:at least|over|above|more than|or more|from)\b/,
);
/** What a thing can bear or is made for, told by its own upper limit. */
const BEARS = anyOf(
  /承重|承受|撑得?住|适合|适用|用于|\b(?:hold|carry|support|bear|take)(?:s|ing)?\b/,
  /\bfor (?:(?:someone|anyone|people|a person)\b|(?:an? |my |up to )?\d)/,
);
const UPPER_LIMITS = /(?:^|_)(?:max|up_to|load|limit)(?:_|$)|承重|上限|最大/i;

/** The limit that a question sets to a measure of the goods: "no wider than 180 cm", 能承重80公斤; undefined: none. */
export function limitAsked(question: string): Limit | undefined {
  const text = normaliseText(question);
  const bare = text.match(BARE) ?? [];
  const told: Told[] = [...measuresIn(text), ...bare.map((number) => ({ amount: Number(number) }))];
  const [limit, another] = told;
  if (!limit || another) return undefined;
  const keys = MEASURES.find(([words]) => words.test(text))?.[1];
  const atMost = AT_MOST.test(text);
  if (keys && (atMost || AT_LEAST.test(text))) return { ...limit, atMost, keys };
  return limit.family !== undefined && BEARS.test(text) ? { ...limit, atMost: false, keys: UPPER_LIMITS } : undefined;
}

/** The property by which a product keeps within a limit; false: it does not; undefined: it does not say. */
export function keepsLimit(
  { attributes }: Product,
  { amount, family, atMost, keys }: Limit,
): string | false | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    const told = keys.test(key) ? amountOf(key, value) : undefined;
    if (!told || (family !== undefined && told.family !== family)) continue;
    const measured = family === undefined ? told.written : told.amount;
    return (atMost ? measured <= amount : measured >= amount) ? key : false;
  }
  return undefined;
}
