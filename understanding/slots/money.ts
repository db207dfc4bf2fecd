import type { Money, PriceRange } from '../types.ts';
import { NUMBER, parseNumber } from './numbers.ts';

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'CNY' };
const UNIT =
  '块钱|块|元|人民币|美元|美金|欧元|英镑|镑|港币|dollars?|bucks|usd|euros?|eur|pounds?|quid|gbp|rmb|yuan|cny';
const AMOUNT = new RegExp(`([$€£¥])\\s?(${NUMBER})|(${NUMBER})\\s?(${UNIT})(?![a-z])`, 'g');

const P = `[$€£¥]?\\s?(${NUMBER})\\s?(?:${UNIT})?`;
const BETWEEN = new RegExp(`(?:between |from )?${P}\\s?(?:-|–|—|~|到|至|to|and)\\s?${P}`);
const AT_MOST = [
  new RegExp(
    `(?:不超过|不要超过|别超过|最多|不高于|低于|少于|小于|nothing (?:over|above|more than)|not (?:over|above)|under|below|less than|cheaper than|up to|at most|no more than|not more than|max(?:imum)?|within)\\s?(?:of )?${P}`,
  ),
  new RegExp(`${P}\\s?(?:以内|以下|之内|之下|内|or less|or under|or below|max|tops)`),
  new RegExp(`(?:预算|budget(?: is| of|:)?|i have|spend)\\s?(?:是|就|只有|大概|大约|about|around|up to)?\\s?${P}`),
];
const AT_LEAST = [
  new RegExp(`(?:超过|高于|大于|至少|不低于|over|above|more than|at least|from)\\s?${P}`),
  new RegExp(`${P}\\s?(?:以上|之上|起|or more|and up|or above|plus)`),
];
const ABOUT = [
  new RegExp(`${P}\\s?(?:左右|上下|or so)`),
  new RegExp(`(?:大概|大约|差不多|around|about|roughly)\\s?${P}`),
];
/** "About 500" is read as a fifth below and above. */
const ABOUT_SHARE = 0.2;

/** Amounts said with a sign or a unit. */
export function findMoney(normalised: string): Money[] {
  const out: Money[] = [];
  for (const match of normalised.matchAll(AMOUNT)) {
    const amount = parseNumber(match[2] ?? match[3] ?? '');
    const currency = match[1] ? SIGNS[match[1]] : currencyOf(match[4] ?? '');
    if (amount !== undefined) out.push(currency ? { amount, currency } : { amount });
  }
  return out;
}

/** The price wished for, from normalised text: "500 块以内", "under $50", "200-300元", "不超过一千". */
export function findPriceRange(normalised: string): PriceRange | undefined {
  const currency = findMoney(normalised)[0]?.currency;
  const range = readRange(normalised);
  if (!range) return undefined;
  return currency ? { ...range, currency } : range;
}

function readRange(text: string): PriceRange | undefined {
  const between = BETWEEN.exec(text);
  if (between) {
    const low = parseNumber(between[1] ?? '');
    const high = parseNumber(between[2] ?? '');
    if (
      low !== undefined &&
      high !== undefined &&
      high > low &&
      isPrice(high) &&
      !isOtherMeasure(text.slice(between.index + between[0].length))
    )
      return { min: low, max: high };
  }
  const most = firstNumber(text, AT_MOST);
  if (most !== undefined) return { max: most };
  const least = firstNumber(text, AT_LEAST);
  if (least !== undefined) return { min: least };
  const about = firstNumber(text, ABOUT);
  if (about !== undefined)
    return { min: Math.round(about * (1 - ABOUT_SHARE)), max: Math.round(about * (1 + ABOUT_SHARE)) };
  return undefined;
}

function firstNumber(text: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const [before, after] = [text.slice(0, match?.index), text.slice((match?.index ?? 0) + (match?.[0].length ?? 0))];
    if (!match || isOtherMeasure(after) || isOfAge(before) || isOfSize(before)) continue;
    const value = parseNumber(match[1] ?? '');
    if (value !== undefined && (isPrice(value) || (value > 0 && SIGNED.test(match[0])))) return value;
  }
  return undefined;
}

/** "three days", "5 kg", 三天以内 measure something else. */
function isOtherMeasure(after: string): boolean {
  return /^\s?(?:天|日|周|个月|年|小时|分钟|公斤|千克|斤|克|米|厘米|公分|毫米|寸|升|个|件|岁|days?|weeks?|months?|years?|hours?|minutes?|kgs?|kilos?|g\b|cm|mm|lit(?:er|re)s?|l\b|m\b|inch|items?|pieces?|%)/.test(
    after,
  );
}

/** "Kids under 10", 宝宝不超过三…: an age. */
const isOfAge = (before: string): boolean =>
  /(?:kids?|child(?:ren)?|babies|baby|toddlers?|aged?|anyone|people|those|孩子|小孩|儿童|宝宝|年龄)\s*(?:who are |aged? )?$/.test(
    before,
  );
/** 宽度不超过…, "a width under …": a size. */
const isOfSize = (before: string): boolean =>
  /(?:[宽高长深厚]度?|重量?|承重|直径|尺寸|容量|\b(?:width|height|length|depth|weight|diameter))(?: is| of|是|在|要|不|[:：])*\s*$/.test(
    before,
  );
const SIGNED = new RegExp(`[$€£¥]|(?:${UNIT})(?![a-z])`);

/** Smaller bare numbers count things. */
function isPrice(value: number): boolean {
  return value >= 10;
}

function currencyOf(unit: string): string | undefined {
  if (/美|dollar|bucks|usd/.test(unit)) return 'USD';
  if (/欧|eur/.test(unit)) return 'EUR';
  if (/镑|pound|quid|gbp/.test(unit)) return 'GBP';
  if (/港/.test(unit)) return 'HKD';
  return /人民币|rmb|yuan|cny|块|元/.test(unit) ? 'CNY' : undefined;
}
