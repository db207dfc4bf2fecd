import { z } from 'zod';
import { anyOf } from '../text/any-of.ts';

/** One stretch of a week in which people answer; minutes since Monday 00:00 of the shop's time, `to` may pass the week's end. */
export interface OpenSpan {
  from: number;
  to: number;
}

/** Whether people answer now; `opensAt` is when they next do, null while they do. */
export interface Opening {
  open: boolean;
  opensAt: Date | null;
}

const DAY = 24 * 60;
const WEEK = 7 * DAY;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const DAY_WORD = anyOf(
  /(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:周|星期|礼拜)[一二三四五六日天]|weekdays?|weekends?/giu,
  /工作日|周末|双休日|daily|every ?day|每天|每日/giu,
);
const TO = /^\s*(?:-|–|—|~|～|to|through|until|至|到)\s*$/iu;
const ALWAYS = /24\s*(?:小时|h(?:ou)?rs?\b|\/\s*7)|全天/iu;
const CLOCK =
  /(\d{1,2})(?:[:：](\d{2}))?\s*(am|pm)?\s*(?:-|–|—|~|～|to|until|至|到)\s*(\d{1,2})(?:[:：](\d{2}))?\s*(am|pm)?/giu;

const spanRecord = z.object({
  days: z.union([z.string(), z.array(z.string())]).optional(),
  day: z.string().optional(),
  open: z.string().optional(),
  close: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  hours: z.string().optional(),
});

/**
 * Reads opening hours as shops write them: by weekday, as a list of days with hours, or in words of either language
 * ("Mon–Fri 9:00–18:00", 周一至周日 9:00-21:00). Undefined: nothing in it could be understood.
 */
export function readOpeningHours(value: unknown): OpenSpan[] | undefined {
  const spans = spansOf(value);
  return spans.length > 0 ? spans : undefined;
}

function spansOf(value: unknown): OpenSpan[] {
  if (typeof value === 'string') return readText(value);
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (typeof value !== 'object' || value === null) return [];
  const record = spanRecord.safeParse(value);
  if (record.success) {
    const { days, day, open, close, from, to, hours } = record.data;
    const clock = hours ?? `${open ?? from ?? ''}-${close ?? to ?? ''}`;
    const spans = readText(`${[days ?? day ?? []].flat().join(' ')} ${clock}`);
    if (spans.length > 0) return spans;
  }
  const byDay = Object.entries(value).flatMap(([key, hours]) => onDays(readDays(key), spansOf(hours)));
  if (byDay.length > 0) return byDay;
  // A text in both languages says the same twice: the first that can be read counts.
  for (const text of Object.values(value)) {
    const spans = typeof text === 'string' ? readText(text) : [];
    if (spans.length > 0) return spans;
  }
  return [];
}

/** What the hours say of their first day, on each of the given days. */
const onDays = (days: number[], hours: OpenSpan[]): OpenSpan[] =>
  days.flatMap((day) =>
    hours.filter(({ from }) => from < DAY).map(({ from, to }) => ({ from: from + day * DAY, to: to + day * DAY })),
  );

/** A clause that names no days goes by those of the one before: "Mon–Fri 9:00–12:00, 13:00–18:00". */
function readText(text: string): OpenSpan[] {
  let days = EVERY_DAY;
  return text.split(/[,，;；、\n]+/u).flatMap((clause) => {
    const named = readDays(clause);
    if (named.length > 0) days = named;
    return onDays(days, readClock(clause.replace(DAY_WORD, ' ')));
  });
}

function readClock(text: string): OpenSpan[] {
  if (ALWAYS.test(text)) return [{ from: 0, to: DAY }];
  return [...text.matchAll(CLOCK)].flatMap(([, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf]) => {
    const from = minuteOfDay(fromHour, fromMinute, fromHalf);
    const to = minuteOfDay(toHour, toMinute, toHalf);
    if (from === undefined || to === undefined || from === to) return [];
    return [{ from, to: to > from ? to : to + DAY }];
  });
}

function minuteOfDay(hour: string | undefined, minute: string | undefined, half: string | undefined) {
  const number = Number(hour);
  const hours = half === undefined ? number : (number % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const minutes = Number(minute ?? 0);
  return hours <= 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** Days from Monday = 0, in the order written; a dash or "to" between two names means all from one to the other. */
function readDays(text: string): number[] {
  const days: number[] = [];
  let end = 0;
  for (const match of text.matchAll(DAY_WORD)) {
    const word = match[0].toLowerCase();
    const group = dayGroup(word);
    const [first] = group;
    const before = days.at(-1);
    if (group.length === 1 && first !== undefined && before !== undefined && TO.test(text.slice(end, match.index))) {
      for (let day = (before + 1) % 7; day !== first; day = (day + 1) % 7) days.push(day);
    }
    days.push(...group);
    end = match.index + match[0].length;
  }
  return [...new Set(days)];
}

function dayGroup(word: string): number[] {
  if (/^weekend|周末|双休/u.test(word)) return [5, 6];
  if (/^weekday|工作日/u.test(word)) return [0, 1, 2, 3, 4];
  if (/daily|every|每/u.test(word)) return EVERY_DAY;
  const index = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(word.slice(0, 3));
  if (index >= 0) return [index];
  const han = '一二三四五六日'.indexOf(word.at(-1)?.replace('天', '日') ?? '');
  return han >= 0 ? [han] : [];
}

/** Whether people answer at `now`. Across a change of summer time `opensAt` may be an hour off. */
export function openingAt(spans: OpenSpan[], timeZone: string, now: Date): Opening {
  const minute = minuteOfWeek(now, timeZone);
  const open = spans.some(({ from, to }) => (minute >= from && minute < to) || minute + WEEK < to);
  if (open) return { open, opensAt: null };
  const wait = Math.min(...spans.map(({ from }) => (from - minute + WEEK) % WEEK));
  const atMinute = Math.floor(now.getTime() / 60_000) * 60_000;
  return { open, opensAt: new Date(atMinute + wait * 60_000) };
}

function minuteOfWeek(now: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const [day = 0] = dayGroup(part('weekday').toLowerCase());
  return day * DAY + Number(part('hour')) * 60 + Number(part('minute'));
}
