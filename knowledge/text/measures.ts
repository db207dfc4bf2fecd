import { normalize } from './normalize.ts';

/** A number with what it counts. Two measures of one family may be compared; `size` is in the family's own unit. */
export interface Measure {
  family: string;
  /** A range has two, one value the same twice. */
  from: number;
  to: number;
  /** As the text has it, normalised. */
  text: string;
}

/** How units are called, and how many of their family's own each is. A month and a year are near enough: see {@link TOLERANCE}. */
const UNITS: ReadonlyArray<[words: string, family: string, factor: number]> = [
  ['个?工作日|(?:working|business) days?', 'workday', 1],
  ['years?[ -]old|周?岁', 'age', 1],
  ['分钟|minutes?|mins?', 'time', 1],
  ['个?小时|个?钟头|hours?|hrs?|h', 'time', 60],
  ['个?自然日|天|日|(?:calendar )?days?', 'time', 1_440],
  ['周|个?星期|weeks?', 'time', 10_080],
  ['个?月|months?', 'time', 43_200],
  ['年|years?', 'time', 525_600],
  ['%|percent', 'percent', 1],
  ['元|块|cny|rmb|yuan', 'cny', 1],
  ['usd|dollars?', 'usd', 1],
  ['eur|euros?|欧元', 'eur', 1],
  ['gbp|pounds?|英镑', 'gbp', 1],
  ['积分|points?', 'points', 1],
  ['次|times?', 'times', 1],
  ['件|items?|pieces?', 'items', 1],
  ['公斤|千克|kgs?|kilos?|kilograms?', 'weight', 1_000],
  ['斤', 'weight', 500],
  ['克|grams?|g', 'weight', 1],
  ['lbs?', 'weight', 453.6],
  ['毫升|ml', 'volume', 1],
  ['升|l|litres?|liters?', 'volume', 1_000],
  ['瓦|w', 'w', 1],
  ['伏|v', 'v', 1],
  ['毫安时|mah', 'mah', 1],
  ['毫米|mm', 'length', 1],
  ['厘米|公分|cm|centimet(?:re|er)s?', 'length', 10],
  ['英寸|inch(?:es)?', 'length', 25.4],
  ['米|m|metres?|meters?', 'length', 1_000],
  ['°c|℃|摄氏度|度', 'celsius', 1],
  ['分贝|db', 'db', 1],
];
const SIGNS: Readonly<Record<string, string>> = { '¥': 'cny', $: 'usd', '€': 'eur', '£': 'gbp' };
const readers = UNITS.map(([words, family, factor]) => ({ pattern: new RegExp(`^(?:${words})$`), family, factor }));
const UNIT = UNITS.map(([words]) => words).join('|');
const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
/** 1 currency sign, 2 number, 3 second number of a range, 4 unit; the first number of a range may have it, too. */
const MEASURE = new RegExp(
  `([¥$€£])?\\s*(${NUMBER})(?:\\s*(?:${UNIT})?\\s*(?:-|–|—|~|至|到|to)\\s*[¥$€£]?(${NUMBER}))?\\s*-?(${UNIT})?(?![\\p{Script=Latin}\\d])`,
  'gu',
);
const DATE = /(?:(\d{4})\s*(?:年|[-/.]))?\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*(?:日|号)?(?!\s*(?:%|\d))/gu;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const ENGLISH_DATE = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTHS.join('|')})|(${MONTHS.join('|')})\\s+(\\d{1,2})(?:st|nd|rd|th)?)(?:,?\\s+(\\d{4}))?`,
  'gu',
);
const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SPELLED = new RegExp(`\\b(${WORDS.join('|')})\\b(?=\\s+(?:working|business|calendar|${UNIT}))`, 'gu');
const TOLERANCE = 0.03;

const value = (digits: string) => Number(digits.replaceAll(',', ''));

function familyOf(sign: string | undefined, unit: string | undefined): { family: string; factor: number } | undefined {
  const family = sign && SIGNS[sign];
  if (family) return { family, factor: 1 };
  return unit ? readers.find(({ pattern }) => pattern.test(unit)) : undefined;
}

type Found = Omit<Measure, 'text'>;

/** What a match of {@link MEASURE} measures; undefined: it counts nothing that is known. */
function measured([, sign, from = '', to, unit]: readonly (string | undefined)[]): Found | undefined {
  const known = familyOf(sign, unit);
  if (!known) return undefined;
  const first = value(from) * known.factor;
  return { family: known.family, from: first, to: to === undefined ? first : value(to) * known.factor };
}

/** Letters: what is said of a measure stands as near. */
const NEAR = 48;

/** The measures of a normalised text with what stands right before and behind each. */
export function* measuresWithPlace(normalised: string): Generator<Found & { before: string; after: string }> {
  for (const match of normalised.matchAll(MEASURE)) {
    const found = measured(match);
    const end = match.index + match[0].length;
    if (found)
      yield {
        ...found,
        before: normalised.slice(Math.max(0, match.index - NEAR), match.index),
        after: normalised.slice(end, end + NEAR),
      };
  }
}

/** Measures and dates of a text, and what is left of it without them, to be compared with other texts. */
export function measuresOf(text: string): { measures: Measure[]; bare: string; loose: number } {
  const measures: Measure[] = [];
  let loose = 0;
  const date = (month: number, day: number, found: string) => {
    const size = month * 100 + day;
    measures.push({ family: 'date', from: size, to: size, text: found.trim() });
    return ' ';
  };
  const bare = normalize(text)
    .replace(SPELLED, (word) => String(WORDS.indexOf(word) + 1))
    .replace(ENGLISH_DATE, (found, day1, month1, month2, day2) =>
      date(MONTHS.indexOf(month1 ?? month2) + 1, value(day1 ?? day2), found),
    )
    .replace(DATE, (found, _year, month, day) =>
      value(month) <= 12 && value(day) <= 31 && /月|\d{4}/.test(found) ? date(value(month), value(day), found) : found,
    )
    .replace(MEASURE, (found, ...groups) => {
      const known = measured([found, ...groups]);
      if (known) measures.push({ ...known, text: found.trim() });
      else loose += 1;
      return known ? ' ' : found;
    });
  return { measures, bare, loose };
}

const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

/** Whether two measures of one family say the same: 12 months and one year do. */
export const sameMeasure = (a: Measure, b: Measure): boolean =>
  a.family === 'date' || a.family !== 'time'
    ? a.from === b.from && a.to === b.to
    : near(a.from, b.from) && near(a.to, b.to);
