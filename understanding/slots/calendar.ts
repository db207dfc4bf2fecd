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

/** New year of the Chinese calendar. */
const SPRING_FESTIVAL: Readonly<Record<number, readonly [number, number]>> = {
  2024: [2, 10],
  2025: [1, 29],
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 3],
};

/** A shopping day or holiday of a year, as the days people mean by it; undefined when not known. */
export function holidaySpan(name: string, year: number): [Day, Day] | undefined {
  switch (name) {
    case 'singles':
      return [dayOf(year, 11, 1), dayOf(year, 11, 12)];
    case 'double12':
      return [dayOf(year, 12, 10), dayOf(year, 12, 13)];
    case '618':
      return [dayOf(year, 6, 1), dayOf(year, 6, 20)];
    case 'national':
      return [dayOf(year, 10, 1), dayOf(year, 10, 7)];
    case 'labour':
      return [dayOf(year, 5, 1), dayOf(year, 5, 5)];
    case 'christmas':
      return [dayOf(year, 12, 24), dayOf(year, 12, 26)];
    case 'newyear':
      return [dayOf(year, 1, 1), dayOf(year, 1, 1)];
    case 'blackfriday': {
      const thanksgiving = fourthThursday(year);
      return [thanksgiving + 1, thanksgiving + 4];
    }
    case 'cybermonday': {
      const monday = fourthThursday(year) + 4;
      return [monday, monday];
    }
    case 'thanksgiving':
      return [fourthThursday(year), fourthThursday(year)];
    case 'spring': {
      const date = SPRING_FESTIVAL[year];
      return date ? [dayOf(year, date[0], date[1]) - 1, dayOf(year, date[0], date[1]) + 6] : undefined;
    }
    default:
      return undefined;
  }
}

function fourthThursday(year: number): Day {
  const first = dayOf(year, 11, 1);
  return first + ((3 - weekdayOf(first) + 7) % 7) + 21;
}
