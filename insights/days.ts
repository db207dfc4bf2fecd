import { addDays } from '../stores/add-days.ts';

/* Calendar days as YYYY-MM-DD. */

/** Every day from the first to the last, both inclusive. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Days in a row, as first and last. */
export function runsOf(days: string[]): Array<[string, string]> {
  const runs: Array<[string, string]> = [];
  for (const day of days) {
    const open = runs.at(-1);
    if (open && addDays(open[1], 1) === day) open[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** The first day of the day's month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The months of which every day is among these. */
export const wholeMonths = (days: readonly string[]): string[] =>
  [...Map.groupBy(days, monthOf)]
    .filter(([month, ofMonth]) => ofMonth.length === daysOfMonth(month))
    .map(([month]) => month);

function daysOfMonth(first: string): number {
  const next = new Date(`${first}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return Math.round((next.getTime() - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}
