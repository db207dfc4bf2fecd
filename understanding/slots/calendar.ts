/** A calendar day as days since 1970-01-01: arithmetic without clocks or zones. */
export type Day = number;

const MS = 86_400_000;

/** The day it is at `now` in an IANA time zone. */
export function dayInZone(now: Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  return Date.parse(`${parts}T00:00:00Z`) / MS;
}

/** Month counts from 1 and may run over (13 is next January); day 0 is the last of the month before. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MS;
}

/** `YYYY-MM-DD`. */
export function isoDay(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

export function yearOf(day: Day): number {
  return new Date(day * MS).getUTCFullYear();
}

/** 1..12. */
export function monthOf(day: Day): number {
  return new Date(day * MS).getUTCMonth() + 1;
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(day: Day): number {
  return (new Date(day * MS).getUTCDay() + 6) % 7;
}

/** First and last day of a month. */
export function monthSpan(year: number, month: number): [Day, Day] {
  return [dayOf(year, month, 1), dayOf(year, month + 1, 0)];
}

/** Monday to Sunday of the week `shift` weeks from `today`'s. */
export function weekSpan(today: Day, shift: number): [Day, Day] {
  const monday = today - weekdayOf(today) + shift * 7;
  return [monday, monday + 6];
}
