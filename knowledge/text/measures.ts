import { normalize } from './normalize.ts';
import { UNITS, unitCalled } from './units.ts';

/** A number with what it counts. Two measures of one family may be compared; `size` is in the family's own unit. */
export interface Measure {
  family: string;
  /** A range has two, one value the same twice. */
  from: number;
  to: number;
  /** As the text has it, normalised. */
  text: string;
}

/** What is counted, each a family of its own: how people call it. */
const COUNTED: Readonly<Record<string, string>> = {
  workday: '个?工作日|(?:working|business) days?',
  age: 'years?[ -]old|周?岁',
  percent: '%|percent',
  cny: '元|块|cny|rmb|yuan',
  usd: 'usd|dollars?',
  eur: 'eur|euros?|欧元',
  gbp: 'gbp|pounds?|英镑',
  points: '积分|points?',
  times: '次|times?',
  items: '件|items?|pieces?',
  celsius: '°c|℃|摄氏度|度',
  db: '分贝|db',
};
const SIGNS: Readonly<Record<string, string>> = { '¥': 'cny', $: 'usd', '€': 'eur', '£': 'gbp' };
const counts = Object.entries(COUNTED).map(([family, words]) => ({
  pattern: new RegExp(`^(?:${words})$`),
  family,
  factor: 1,
}));
const UNIT = [...Object.values(COUNTED), ...UNITS.map(({ words }) => words)].join('|');
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
  return unit ? (counts.find(({ pattern }) => pattern.test(unit)) ?? unitCalled(unit)) : undefined;
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
