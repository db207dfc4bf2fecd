import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { withTestDatabase } from '../testing/postgres.ts';
import { prepared } from './prepared.ts';

const { db, pool, close } = await withTestDatabase({ max: 1 });
afterAll(close);

const twice = async (value: number, rows?: number) =>
  (await sql<{ twice: number }>`select ${prepared(rows)} 2 * ${value}::int as twice`.execute(db)).rows[0]?.twice;

it('plans a marked statement once a connection, and again when its table has grown', async () => {
  expect([await twice(2), await twice(3), await twice(4, 100), await twice(5, 200), await twice(6, 1_000)]).toEqual([
    4, 6, 8, 10, 12,
  ]);
  const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements order by 1');
  expect(rows.map(({ statement }) => statement)).toEqual(
    [0, 3, 4].map((size) => `select /* prepared ${size} */ 2 * $1::int as twice`),
  );
});
