import { type Day, dayOf, monthOf, monthSpan, weekdayOf, weekSpan, yearOf } from './calendar.ts';
import { NUMBER, parseNumber } from './numbers.ts';

export type Span = readonly [Day, Day] | undefined;
type Rule = readonly [RegExp, (match: RegExpExecArray, today: Day) => Span];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY_EN = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY_ZH = '一二三四五六日天';
const day = (d: Day): Span => [d, d];

/** First match wins a stretch of text; the longer and more exact forms come first. Months without a year are the latest past. */
export const DATE_RULES: readonly Rule[] = [
  [/(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/g, (m) => day(dayOf(num(m[1]), num(m[2]), num(m[3])))],
  [
    /(去年|前年|今年|\d{4}年)(?:的)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:(\d{1,2})[日号])?/g,
    (m, t) => {
      const year = yearWord(m[1] ?? '', t);
      const month = num(m[2]);
      return m[3] ? day(dayOf(year, month, num(m[3]))) : monthSpan(year, month);
    },
  ],
  [
    /(\d{1,2}|十[一二]?|[一二三四五六七八九])月(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]?/g,
    (m, t) => pastDate(num(m[1]), num(m[2]), t),
  ],
  [
    /(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(初|中旬?|底|末)/g,
    (m, t) => partOf(pastMonth(num(m[1]), t), m[2] ?? ''),
  ],
  [
    new RegExp(
      `(?:at |in |around )?(?:the )?(beginning|start|middle|end|early|mid|late)[ -](?:of )?(?:${MONTH}|(the|this|last|next) month)\\b`,
      'g',
    ),
    (m, t) => partOf(m[2] ? pastMonth(monthEn(m[2]), t) : monthAway(shiftOf(m[3] ?? ''), t), PART_EN[m[1] ?? ''] ?? ''),
  ],
  [
    /(?:on )?the (\d{1,2})(?:st|nd|rd|th)? of (this|last|next) month/g,
    (m, t) => monthAway(shiftOf(m[2] ?? ''), t, m[1]),
  ],
  [
    new RegExp(`\\b${MONTH} (?:of )?(last|this) year\\b`, 'g'),
    (m, t) => monthSpan(yearOf(t) + shiftOf(m[2] ?? ''), monthEn(m[1])),
  ],
  [/(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/g, (m) => slashed(num(m[1]), num(m[2]), Number(m[3]))],
  [/(上|这|本|下)?个?月(初|中旬?|底|末)/g, (m, t) => partOf(monthAway(shiftOf(m[1] ?? '这'), t), m[2] ?? '')],
  [/(上上|上|这|本|下)(?:个)?月(?:(\d{1,2})[日号])?/g, (m, t) => monthAway(shiftOf(m[1] ?? ''), t, m[2])],
  [
    new RegExp(`(上上|上|这|本|下)(?:个)?(?:周|星期|礼拜)([${WEEKDAY_ZH}])`, 'g'),
    (m, t) => day(weekSpan(t, shiftOf(m[1] ?? ''))[0] + weekdayZh(m[2])),
  ],
  [/(上上|上|这|本|下)(?:个)?周末/g, (m, t) => weekend(weekSpan(t, shiftOf(m[1] ?? ''))[0])],
  [/(上上|上|这|本|下)(?:个)?(?:周|星期|礼拜)/g, (m, t) => weekSpan(t, shiftOf(m[1] ?? ''))],
  [/大前天/g, (_, t) => day(t - 3)],
  [/前天|day before yesterday/g, (_, t) => day(t - 2)],
  [/昨天|昨日|昨晚|昨儿|yesterday|last night/g, (_, t) => day(t - 1)],
  [/今天|今日|今早|今晚|today|this morning|tonight/g, (_, t) => day(t)],
  [/大后天/g, (_, t) => day(t + 3)],
  [/后天|day after tomorrow/g, (_, t) => day(t + 2)],
  [/明天|明日|明早|明晚|tomorrow/g, (_, t) => day(t + 1)],
  [
    /(前|这)(?:几|两|些)天|几天前|(?:the |these )?(?:a )?(?:past |last )?few days(?: ago)?|the other day/g,
    (_, t) => [t - 7, t],
  ],
  [/半个月(?:以)?前/g, (_, t) => [t - 18, t - 12]],
  [/半年(?:以)?前|half a year ago/g, (_, t) => monthAway(-6, t)],
  [
    new RegExp(`(?:最近|近|过去|前)(?:的)?(${NUMBER}|几)?\\s?(?:个)?(天|周|星期|礼拜|月|年)(?:内|以内|里)?`, 'g'),
    (m, t) => [t - length(m[1] ?? '1', m[2] ?? '') + 1, t],
  ],
  [
    new RegExp(`(${NUMBER})\\s?(?:个)?(天|周|星期|礼拜|月|年)(?:之|以)?前`, 'g'),
    (m, t) => ago(parseNumber(m[1] ?? ''), m[2] ?? '', t),
  ],
  [
    new RegExp(
      `(?:in |over |within )?(?:the )?(?:last|past|previous) (${NUMBER}|few|couple(?: of)?) (days?|weeks?|months?|years?)`,
      'g',
    ),
    (m, t) => [t - length(m[1] ?? '', m[2] ?? '') + 1, t],
  ],
  [
    new RegExp(`(?:about |around )?(${NUMBER}|(?:a )?couple(?: of)?) (days?|weeks?|months?|years?) ago`, 'g'),
    (m, t) => ago(countEn(m[1] ?? ''), m[2] ?? '', t),
  ],
  [/(last|this|past|next) weekend/g, (m, t) => weekend(weekSpan(t, shiftOf(m[1] ?? ''))[0])],
  [/(?:the )?past (week|month|year)/g, (m, t) => [t - length('1', m[1] ?? '') + 1, t]],
  [/(last|this|next|previous) (week|month|year)/g, (m, t) => wholeUnit(shiftOf(m[1] ?? ''), m[2] ?? '', t)],
  [new RegExp(`(last |this |next |on )?\\b${WEEKDAY_EN}\\b`, 'g'), (m, t) => weekdayEn(m[1] ?? '', m[2] ?? '', t)],
  [new RegExp(`(?:周|星期|礼拜)([${WEEKDAY_ZH}])`, 'g'), (m, t) => day(lastWeekday(weekdayZh(m[1]), t))],
  [
    new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'g'),
    (m, t) => exact(monthEn(m[1]), num(m[2]), m[3], t),
  ],
  [
    new RegExp(`\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?:,? (\\d{4}))?`, 'g'),
    (m, t) => exact(monthEn(m[2]), num(m[1]), m[3], t),
  ],
  [
    new RegExp(
      `\\b(?:in |since |last |during )(?:early |late |mid )?${MONTH}\\b(?: (\\d{4}))?|\\b(january|february|april|june|july|august|september|october|november|december)\\b(?: (\\d{4}))?`,
      'g',
    ),
    (m, t) => {
      const month = monthEn(m[1] ?? m[3]);
      const year = m[2] ?? m[4];
      return year ? monthSpan(Number(year), month) : pastMonth(month, t);
    },
  ],
  [/(?<![\d.])(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!\d)/g, (m, t) => pastMonth(num(m[1]), t)],
  [/(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/.])/g, (m, t) => pastDate(num(m[1]), num(m[2]), t)],
  [
    /(?<![\d月])(\d{1,2}|[一二三]?十[一二三四五六七八九]?|(?<!\p{Script=Han})[一二三四五六七八九])[号日](?!楼|线|店|院|门|机|码|仓|色)/gu,
    (m, t) => dayOfMonth(num(m[1]), t),
  ],
  [
    /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:one|order|item|floor|option|time|product|edition|gen))/g,
    (m, t) => dayOfMonth(num(m[1]), t),
  ],
  [/(去年|前年|今年)/g, (m, t) => [dayOf(yearWord(m[1] ?? '', t), 1, 1), dayOf(yearWord(m[1] ?? '', t), 12, 31)]],
  [/刚才|刚刚|just now|earlier today/g, (_, t) => day(t)],
  [/前阵子|前段时间|前些日子|a while ago/g, (_, t) => [t - 90, t - 7]],
];

function num(text: string | undefined): number {
  return parseNumber(text ?? '') ?? Number.NaN;
}

const YEARS_BACK: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 };

export function yearWord(word: string, today: Day): number {
  const back = YEARS_BACK[word];
  return back === undefined ? Number.parseInt(word, 10) : yearOf(today) - back;
}

function shiftOf(word: string): number {
  if (word === '上上') return -2;
  if (/^(?:上|last|previous|past)/.test(word)) return -1;
  return /^(?:下|next)/.test(word) ? 1 : 0;
}

function pastDate(month: number, date: number, today: Day): Span {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return undefined;
  const thisYear = dayOf(yearOf(today), month, date);
  return day(thisYear > today + 60 ? dayOf(yearOf(today) - 1, month, date) : thisYear);
}

function exact(month: number, date: number, year: string | undefined, today: Day): Span {
  return year ? day(dayOf(Number(year), month, date)) : pastDate(month, date, today);
}

function pastMonth(month: number, today: Day): Span {
  if (!(month >= 1 && month <= 12)) return undefined;
  return monthSpan(yearOf(today) - (month > monthOf(today) + 1 ? 1 : 0), month);
}

function dayOfMonth(date: number, today: Day): Span {
  if (!(date >= 1 && date <= 31)) return undefined;
  const here = dayOf(yearOf(today), monthOf(today), date);
  return day(here > today + 10 ? dayOf(yearOf(today), monthOf(today) - 1, date) : here);
}

function monthAway(shift: number, today: Day, date?: string): Span {
  const [year, month] = [yearOf(today), monthOf(today) + shift];
  return date ? day(dayOf(year, month, Number(date))) : monthSpan(year, month);
}

const PART_EN: Readonly<Record<string, string>> = {
  beginning: '初',
  start: '初',
  early: '初',
  middle: '中',
  mid: '中',
  end: '末',
  late: '末',
};

/** The first ten days of a month's span, the second ten, or the last ten. */
function partOf(month: Span, part: string): Span {
  if (!month) return undefined;
  const [first, last] = month;
  if (part === '初') return [first, first + 9];
  return part.startsWith('中') ? [first + 10, first + 19] : [last - 9, last];
}

/** 11/25/2026 is American; where the first number can't be a month the day comes first. */
function slashed(a: number, b: number, year: number): Span {
  const [month, date] = a > 12 ? [b, a] : [a, b];
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 ? day(dayOf(year, month, date)) : undefined;
}

function weekend(monday: Day): Span {
  return [monday + 5, monday + 6];
}

function wholeUnit(shift: number, unit: string, today: Day): Span {
  if (unit === 'week') return weekSpan(today, shift);
  if (unit === 'month') return monthAway(shift, today);
  const year = yearOf(today) + shift;
  return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
}

function lastWeekday(weekday: number, today: Day): Day {
  return today - ((weekdayOf(today) - weekday + 7) % 7);
}

function weekdayZh(word: string | undefined): number {
  return Math.min(6, WEEKDAY_ZH.indexOf(word ?? '一'));
}

function weekdayEn(before: string, word: string, today: Day): Span {
  // "sun" and "sat" are words of their own: they need the ending or a word before.
  const weekday = WEEKDAYS.indexOf(word.slice(0, 3));
  if (before.startsWith('next')) return day(weekSpan(today, 1)[0] + weekday);
  const latest = lastWeekday(weekday, today);
  return day(before.startsWith('last') && latest === today ? latest - 7 : latest);
}

function monthEn(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3)) + 1;
}

function countEn(word: string): number | undefined {
  return word.includes('couple') ? 2 : parseNumber(word);
}

const IN_DAYS = /^(?:天|day)/;
const IN_WEEKS = /^(?:周|星期|礼拜|week)/;
const IN_MONTHS = /^(?:月|month)/;

/** Days in "few weeks", 三个月. */
function length(count: string, unit: string): number {
  const n = count === '几' || count === 'few' ? 3 : (countEn(count) ?? 1);
  return Math.round(n * daysIn(unit));
}

function daysIn(unit: string): number {
  if (IN_DAYS.test(unit)) return 1;
  if (IN_WEEKS.test(unit)) return 7;
  return IN_MONTHS.test(unit) ? 30 : 365;
}

/** Days are meant exactly, weeks give or take three days, months and years as a whole. */
function ago(count: number | undefined, unit: string, today: Day): Span {
  if (count === undefined) return undefined;
  if (IN_DAYS.test(unit)) return day(today - count);
  if (IN_WEEKS.test(unit)) return [today - count * 7 - 3, today - count * 7 + 3];
  if (IN_MONTHS.test(unit)) return monthAway(-count, today);
  return [dayOf(yearOf(today) - count, 1, 1), dayOf(yearOf(today) - count, 12, 31)];
}
