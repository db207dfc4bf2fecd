/** Calendar days, YYYY-MM-DD, both inclusive. */
export interface DaySpan {
  from: string;
  to: string;
}

const isoDay = (date: Date): string => {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
};

/** The last `days` days up to tomorrow, which somewhere has begun: the shop's day may be ahead of the reader's. */
export function lastDays(days: number, now = new Date()): DaySpan {
  const from = new Date(now);
  from.setDate(from.getDate() - days + 1);
  const to = new Date(now);
  to.setDate(to.getDate() + 1);
  return { from: isoDay(from), to: isoDay(to) };
}

/** Every day of the span up to the last that has figures. */
export function everyDay(from: string, series: ReadonlyArray<{ day: string }>): string[] {
  const last = series.at(-1);
  const days: string[] = [];
  if (!last) return days;
  const at = new Date(`${from}T00:00:00Z`);
  for (let day = from; day <= last.day; day = at.toISOString().slice(0, 10)) {
    days.push(day);
    at.setUTCDate(at.getUTCDate() + 1);
  }
  return days;
}
