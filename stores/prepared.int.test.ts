import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { withTestDatabase } from '../testing/postgres.ts';
import { prepared } from './prepared.ts';

const { db, pool, close } = await withTestDatabase({ max: 1 });
afterAll(close);

it('plans a marked statement once a connection, whatever its values, and no other one at all', async () => {
  const twice = async (value: number) => (await sql`select ${prepared} 2 * ${value}::int as twice`.execute(db)).rows;
  expect(await twice(2)).toEqual([{ twice: 4 }]);
  expect(await twice(3)).toEqual([{ twice: 6 }]);
  expect((await pool.query('select /* prepared */ 1 as one')).rows).toEqual([{ one: 1 }]);
  const { rows } = await pool.query('select statement from pg_prepared_statements order by 1');
  expect(rows).toEqual([
    { statement: 'select /* prepared */ 1 as one' },
    { statement: 'select /* prepared */ 2 * $1::int as twice' },
  ]);
});
