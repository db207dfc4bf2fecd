import type pg from 'pg';

const SPAN = `
select ($1::date)::timestamp at time zone $3 as from, ($2::date + 1)::timestamp at time zone $3 as to`;

/** The first instant of the day `from` and the one after the day `to`, in the time zone. */
export async function spanOfDays(
  { pool, timeZone }: { pool: pg.Pool; timeZone: string },
  { from, to }: { from: string; to: string },
): Promise<[Date, Date]> {
  const { rows } = await pool.query<{ from: Date; to: Date }>(SPAN, [from, to, timeZone]);
  const [span] = rows;
  if (!span) throw new Error('PostgreSQL gave no span of days.');
  return [span.from, span.to];
}
