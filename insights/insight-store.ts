import type pg from 'pg';
import { addDays } from '../stores/add-days.ts';
import { COUNTING } from './counting.ts';
import { daysBetween, monthOf, runsOf, wholeMonths } from './days.ts';
import { spanOfDays } from './span-of-days.ts';

/** One counter of one calendar day (YYYY-MM-DD in the shop's time zone). */
export interface Count {
  day: string;
  metric: string;
  key: string;
  n: number;
}

/** The counters of a span of days: summed, and by day those that are drawn over time. */
export interface Counts {
  totals: Array<Omit<Count, 'day'>>;
  series: Count[];
  /** Days of the span that are still to be counted, and so are not in the sums; see countNext. */
  pendingDays: number;
}

export interface InsightStore {
  /** Of days `from` to `to`, both inclusive. Days that are over come from what was counted before. */
  counts(from: string, to: string): Promise<Counts>;
  /** Every counter of every day, for a table. */
  everyCount(from: string, to: string): Promise<Count[]>;
  /** Counts a day that is over and was not counted yet; undefined when there is none. Newest first. */
  countNext(): Promise<string | undefined>;
}

/** Feedback, ratings and returns change a day's figures for so long; after it they stand. */
const OPEN_DAYS = 9;
/** Days that were not counted yet and may be counted while somebody waits for the answer. */
const MOST_LIVE_DAYS = 31;
/** A figure of these days may be so old. */
const FRESH_MS = 3_000;
/** Spans whose counted days are kept summed. */
const SUMS_KEPT = 8;

/** Drawn over time. */
const SERIES = new Set(['turns', 'conversations', 'route', 'intent', 'handoff']);

const SELECT_EVERY = `
select to_char(day, 'YYYY-MM-DD') as day, metric, key, n from insight_counts where day = any ($1::date[])`;
const SELECT_TOTALS = `
select metric, key, sum(n)::bigint as n from (
  select metric, key, n from insight_months where month = any ($2::date[])
  union all
  select metric, key, n from insight_counts where day = any ($1::date[])
) counted group by metric, key`;
const MONTHS_SUMMED = `
select distinct to_char(month, 'YYYY-MM-DD') as month from insight_months where month = any ($1::date[])`;
/** Months of which every day was counted, and that were not summed yet. */
const SUM_MONTHS = `
insert into insight_months (month, metric, key, n)
select whole.month, metric, key, sum(n)
from (
  select date_trunc('month', day)::date as month from insight_days where time_zone = $1
  group by 1
  having count(*) = extract(day from date_trunc('month', min(day)) + interval '1 month' - interval '1 day')
) whole
join insight_counts c on c.day >= whole.month and c.day < whole.month + interval '1 month'
where not exists (select from insight_months m where m.month = whole.month)
group by 1, 2, 3
on conflict do nothing`;
const SELECT_SERIES = `${SELECT_EVERY} and metric = any ($2::text[])`;
const DAYS_COUNTED = `
select to_char(day, 'YYYY-MM-DD') as day, counted_at as at from insight_days where day >= $1::date and day <= $2::date and time_zone = $3`;
/** The first day with a conversation, and today. */
const BOUNDS = `
select to_char((min(created_at) at time zone $1)::date, 'YYYY-MM-DD') as first,
  to_char((now() at time zone $1)::date, 'YYYY-MM-DD') as today
from conversations`;

export function createInsightStore(deps: { pool: pg.Pool; timeZone: string }): InsightStore {
  const { pool, timeZone } = deps;

  const recent = new Map<string, { at: number; counts: Promise<Count[]> }>();
  /** As {@link count}, with those who ask at the same time, or just after, given the same answer. */
  const countLive = (from: string, to: string): Promise<Count[]> => {
    for (const [key, { at }] of recent) if (Date.now() - at > FRESH_MS) recent.delete(key);
    const key = `${from} ${to}`;
    const known = recent.get(key);
    if (known) return known.counts;
    const counts = count(from, to);
    recent.set(key, { at: Date.now(), counts });
    counts.catch(() => recent.delete(key));
    return counts;
  };

  /** Counts the tables themselves. */
  const count = async (from: string, to: string): Promise<Count[]> => {
    const span = await spanOfDays(deps, { from, to });
    const results = await Promise.all(
      COUNTING.map((statement) =>
        pool.query<Count>(`select to_char(day, 'YYYY-MM-DD') as day, metric, key, n from (${statement}) counted`, [
          ...span,
          timeZone,
        ]),
      ),
    );
    return results.flatMap((result) => result.rows);
  };

  const bounds = async () => {
    const { rows } = await pool.query<{ first: string | null; today: string }>(BOUNDS, [timeZone]);
    return rows[0];
  };

  const countedDays = async (from: string, to: string) => {
    const { rows } = await pool.query<{ day: string; at: Date }>(DAYS_COUNTED, [from, to, timeZone]);
    const stamp = Math.max(0, ...rows.map(({ at }) => at.getTime()));
    return { days: new Set(rows.map(({ day }) => day)), stamp };
  };

  /** Whole months from their sums, the other days one by one. */
  const totalsOf = async (days: string[]) => {
    const known = await pool.query<{ month: string }>(MONTHS_SUMMED, [wholeMonths(days)]);
    const months = new Set(known.rows.map(({ month }) => month));
    const rest = days.filter((day) => !months.has(monthOf(day)));
    return (await pool.query<Omit<Count, 'day'>>(SELECT_TOTALS, [rest, [...months]])).rows;
  };

  const summed = new Map<string, Promise<{ totals: Array<Omit<Count, 'day'>>; series: Count[] }>>();
  /** Of counted days, which change only when one is counted anew: kept until then. */
  const sumsOf = (days: string[], stamp: number) => {
    const key = `${days.toSorted().join()} ${stamp}`;
    const known = summed.get(key);
    if (known) return known;
    const oldest = summed.size >= SUMS_KEPT ? summed.keys().next().value : undefined;
    if (oldest !== undefined) summed.delete(oldest);
    const read = Promise.all([totalsOf(days), pool.query<Count>(SELECT_SERIES, [days, [...SERIES]])]).then(
      ([totals, series]) => ({ totals, series: series.rows }),
    );
    summed.set(key, read);
    read.catch(() => summed.delete(key));
    return read;
  };

  /** Which days of the span come from their counters, and the counts of the others. */
  const split = async (
    from: string,
    to: string,
  ): Promise<{ counted: string[]; stamp: number; live: Promise<Count[]>; pendingDays: number }> => {
    const [{ days: counted, stamp }, limits] = await Promise.all([countedDays(from, to), bounds()]);
    if (!limits?.first) return { counted: [], stamp, live: Promise.resolve([]), pendingDays: 0 };
    const first = from < limits.first ? limits.first : from;
    const last = to > limits.today ? limits.today : to;
    const uncounted = daysBetween(first, last).filter((day) => !counted.has(day));
    const now = uncounted.slice(-MOST_LIVE_DAYS);
    const live = Promise.all(runsOf(now).map(([start, end]) => countLive(start, end))).then((runs) => runs.flat());
    return { counted: [...counted], stamp, live, pendingDays: uncounted.length - now.length };
  };

  return {
    async counts(from, to) {
      const { counted, stamp, live: counting, pendingDays } = await split(from, to);
      const [{ totals, series }, live] = await Promise.all([sumsOf(counted, stamp), counting]);
      const sums = new Map<string, Omit<Count, 'day'>>();
      for (const { metric, key, n } of [...totals, ...live]) {
        const name = `${metric} ${key}`;
        sums.set(name, { metric, key, n: (sums.get(name)?.n ?? 0) + n });
      }
      return {
        totals: [...sums.values()],
        series: [...series, ...live.filter(({ metric }) => SERIES.has(metric))],
        pendingDays,
      };
    },

    async everyCount(from, to) {
      const { counted, live: counting } = await split(from, to);
      const [{ rows }, live] = await Promise.all([pool.query<Count>(SELECT_EVERY, [counted]), counting]);
      return [...rows, ...live].sort(
        (a, b) => a.day.localeCompare(b.day) || a.metric.localeCompare(b.metric) || a.key.localeCompare(b.key),
      );
    },

    async countNext() {
      const limits = await bounds();
      if (!limits?.first) return undefined;
      const last = addDays(limits.today, -OPEN_DAYS);
      const { days: counted } = await countedDays(limits.first, last);
      const day = daysBetween(limits.first, last).findLast((one) => !counted.has(one));
      if (!day) {
        await pool.query(SUM_MONTHS, [timeZone]);
        return undefined;
      }
      const counts = await count(day, day);
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('delete from insight_days where day = $1::date', [day]);
        await client.query("delete from insight_months where month = date_trunc('month', $1::date)", [day]);
        await client.query('insert into insight_days (day, time_zone) values ($1::date, $2)', [day, timeZone]);
        await client.query(
          `insert into insight_counts (day, metric, key, n)
           select $1::date, metric, key, sum(n) from jsonb_to_recordset($2::jsonb) as c (metric text, key text, n bigint)
           group by metric, key`,
          [day, JSON.stringify(counts)],
        );
        await client.query('commit');
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
      return day;
    },
  };
}
