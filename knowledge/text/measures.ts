import { normalize } from '../text/normalize.ts';

/** A number with what it counts. Two measures of one family may be compared; `size` is in the family's own unit. */
export interface Measure {
  family: string;
  /** A range has two, one value the same twice. */
  from: number;
  to: number;
  /** As the text has it, normalised. */
  text: string;
}

/** Minutes. A month and a year are near enough: 12 months are one year within {@link TOLERANCE}. */
const TIME: Array<[RegExp, number]> = [
  [/^(?:分钟|minutes?|mins?)$/, 1],
  [/^(?:个?小时|个?钟头|hours?|hrs?|h)$/, 60],
  [/^(?:个?自然日|天|日|(?:calendar )?days?)$/, 1_440],
  [/^(?:周|个?星期|weeks?)$/, 10_080],
  [/^(?:个?月|months?)$/, 43_200],
  [/^(?:年|years?)$/, 525_600],
];
const OTHERS: Array<[RegExp, string]> = [
  [/^(?:个?工作日|working days?|business days?)$/, 'workday'],
  [/^(?:%|percent)$/, 'percent'],
  [/^(?:元|块|cny|rmb|yuan)$/, 'cny'],
  [/^(?:usd|dollars?)$/, 'usd'],
  [/^(?:积分|points?)$/, 'points'],
  [/^(?:次|times?)$/, 'times'],
  [/^(?:件|items?|pieces?)$/, 'items'],
  [/^(?:公斤|千克|kg)$/, 'kg'],
  [/^(?:克|g)$/, 'g'],
  [/^(?:升|l|litres?|liters?)$/, 'l'],
  [/^(?:毫升|ml)$/, 'ml'],
  [/^(?:瓦|w)$/, 'w'],
  [/^(?:伏|v)$/, 'v'],
  [/^(?:毫安时|mah)$/, 'mah'],
  [/^(?:毫米|mm)$/, 'mm'],
  [/^(?:厘米|cm)$/, 'cm'],
  [/^(?:米|m|metres?|meters?)$/, 'm'],
  [/^(?:°c|℃|摄氏度|度)$/, 'celsius'],
  [/^(?:分贝|db)$/, 'db'],
];
const UNIT =
  '个?工作日|个?自然日|个?小时|个?钟头|个?星期|个?月|分钟|毫安时|毫升|毫米|厘米|公斤|千克|摄氏度|分贝|积分|天|日|周|年|元|块|次|件|克|升|瓦|伏|米|度|%|℃|°c|' +
  '(?:working|business|calendar) days?|days?|hours?|hrs?|minutes?|mins?|weeks?|months?|years?|percent|points?|times?|items?|pieces?|yuan|dollars?|cny|rmb|usd|litres?|liters?|metres?|meters?|mah|kg|ml|mm|cm|db|g|l|w|v|m|h';
const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
/** 1 currency sign, 2 number, 3 second number of a range, 4 unit. */
const MEASURE = new RegExp(
  `([¥$])?\\s*(${NUMBER})(?:\\s*(?:-|–|—|~|至|到|to)\\s*[¥$]?(${NUMBER}))?\\s*-?(${UNIT})?(?![\\p{Script=Latin}\\d])`,
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
  if (sign === '¥') return { family: 'cny', factor: 1 };
  if (sign === '$') return { family: 'usd', factor: 1 };
  if (!unit) return undefined;
  const time = TIME.find(([pattern]) => pattern.test(unit));
  if (time) return { family: 'time', factor: time[1] };
  const other = OTHERS.find(([pattern]) => pattern.test(unit));
  return other && { family: other[1], factor: 1 };
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
    .replace(MEASURE, (found, sign, from, to, unit) => {
      const known = familyOf(sign, unit);
      if (!known) {
        loose += 1;
        return found;
      }
      const first = value(from) * known.factor;
      const last = to === undefined ? first : value(to) * known.factor;
      measures.push({ family: known.family, from: first, to: last, text: found.trim() });
      return ' ';
    });
  return { measures, bare, loose };
}

const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

/** Whether two measures of one family say the same: 12 months and one year do. */
export const sameMeasure = (a: Measure, b: Measure): boolean =>
  a.family === 'date' || a.family !== 'time'
    ? a.from === b.from && a.to === b.to
    : near(a.from, b.from) && near(a.to, b.to);
