import { type Day, dayOf, weekdayOf } from './calendar.ts';

type DayOfYear = readonly [month: number, day: number];

/** First days of feasts that follow the moon, by year: 春节, 端午, 七夕, 中秋. */
const MOON: Readonly<Record<string, Readonly<Record<number, DayOfYear>>>> = {
  spring: { 2024: [2, 10], 2025: [1, 29], 2026: [2, 17], 2027: [2, 6], 2028: [1, 26], 2029: [2, 13], 2030: [2, 3] },
  dragon: { 2024: [6, 10], 2025: [5, 31], 2026: [6, 19], 2027: [6, 9], 2028: [5, 28], 2029: [6, 16], 2030: [6, 5] },
  qixi: { 2024: [8, 10], 2025: [8, 29], 2026: [8, 19], 2027: [8, 8], 2028: [8, 26], 2029: [8, 16], 2030: [8, 5] },
  autumn: { 2024: [9, 17], 2025: [10, 6], 2026: [9, 25], 2027: [9, 15], 2028: [10, 3], 2029: [9, 22], 2030: [9, 12] },
};
/** Days before and after a feast of the moon that people mean by its name. */
const AROUND: Readonly<Record<string, readonly [number, number]>> = {
  spring: [1, 6],
  dragon: [2, 2],
  qixi: [0, 0],
  autumn: [3, 2],
};

/** First and last day as [month, day]. */
const FIXED: Readonly<Record<string, readonly [DayOfYear, DayOfYear]>> = {
  singles: [
    [11, 1],
    [11, 12],
  ],
  double12: [
    [12, 10],
    [12, 13],
  ],
  '618': [
    [6, 1],
    [6, 20],
  ],
  national: [
    [10, 1],
    [10, 7],
  ],
  labour: [
    [5, 1],
    [5, 5],
  ],
  christmas: [
    [12, 24],
    [12, 26],
  ],
  newyear: [
    [1, 1],
    [1, 1],
  ],
  valentine: [
    [2, 14],
    [2, 14],
  ],
  women: [
    [3, 8],
    [3, 8],
  ],
  '520': [
    [5, 20],
    [5, 20],
  ],
  children: [
    [6, 1],
    [6, 1],
  ],
  halloween: [
    [10, 31],
    [10, 31],
  ],
  boxing: [
    [12, 26],
    [12, 26],
  ],
};

/** How each is called, in normalised text. */
export const HOLIDAY_NAMES: readonly (readonly [pattern: string, name: string])[] = [
  ["双十一|双11|光棍节|singles'? ?day|double 11|11\\.11(?!\\d)", 'singles'],
  ['双十二|双12|double (?:12|twelve)', 'double12'],
  ['(?<!\\d)618(?!\\d)|六一八', '618'],
  ['国庆(?:节|期间|假期|长假)?|十一(?:长假|假期|黄金周|期间)|(?:chinese )?national day|golden week', 'national'],
  ['五一(?!\\S*号)(?:假期|期间|长假)?|劳动节|labou?r day', 'labour'],
  ['圣诞(?:节)?|christmas(?: day| eve)?|xmas', 'christmas'],
  ["元旦(?:节|假期)?|new year'?s(?: day| eve)", 'newyear'],
  ['黑五|黑色星期五|black friday', 'blackfriday'],
  ['网络星期一|网一|cyber monday', 'cybermonday'],
  ['感恩节|thanksgiving(?: day)?', 'thanksgiving'],
  ['春节|过年(?:的时候|那会|期间)|大年初一|chinese new year|lunar new year|spring festival', 'spring'],
  ['端午(?:节)?|dragon boat(?: festival)?', 'dragon'],
  ['七夕(?:节)?|qixi', 'qixi'],
  ['中秋(?:节)?|mid-?autumn(?: festival)?|moon festival', 'autumn'],
  ["情人节|valentine'?s?(?: day)?", 'valentine'],
  ["妇女节|女神节|三八节|women'?s day", 'women'],
  ['(?<!\\d)520(?!\\d)(?![元块])', '520'],
  ["儿童节|六一(?!八)|children'?s day", 'children'],
  ["母亲节|mother'?s day", 'mother'],
  ["父亲节|father'?s day", 'father'],
  ['万圣节|halloween', 'halloween'],
  ['boxing day|节礼日', 'boxing'],
];

/** A shopping day or holiday of a year, as the days people mean by it; undefined when not known. */
export function holidaySpan(name: string, year: number): [Day, Day] | undefined {
  const fixed = FIXED[name];
  if (fixed) return [dayOf(year, ...fixed[0]), dayOf(year, ...fixed[1])];
  const moon = MOON[name];
  if (moon) {
    const date = moon[year];
    const [before, after] = AROUND[name] ?? [0, 0];
    return date ? [dayOf(year, ...date) - before, dayOf(year, ...date) + after] : undefined;
  }
  const thanksgiving = nthWeekday(year, 11, 3, 4);
  switch (name) {
    case 'thanksgiving':
      return [thanksgiving, thanksgiving];
    case 'blackfriday':
      return [thanksgiving + 1, thanksgiving + 4];
    case 'cybermonday':
      return [thanksgiving + 4, thanksgiving + 4];
    case 'mother':
      return sameDay(nthWeekday(year, 5, 6, 2));
    case 'father':
      return sameDay(nthWeekday(year, 6, 6, 3));
    default:
      return undefined;
  }
}

const sameDay = (day: Day): [Day, Day] => [day, day];

/** The `n`th given weekday (Monday 0) of a month. */
function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
}
