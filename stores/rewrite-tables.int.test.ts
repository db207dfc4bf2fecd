import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTestDatabase } from '../testing/postgres.ts';
import type { DatabaseHandle } from './database.ts';
import { rewriteTables } from './rewrite-tables.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.close());

const write = (key: string) =>
  sql`insert into settings (key, value) values (${key}, to_jsonb(repeat('lamp', 5000)))`.execute(database.db);
const size = async () =>
  (await sql<{ size: number }>`select pg_total_relation_size('settings')::int as size`.execute(database.db)).rows[0]
    ?.size;

it('waits for those who may still read what was deleted, and tells who does not let go', async () => {
  const reader = new pg.Client({ connectionString: database.url, application_name: 'nightly dump' });
  await reader.connect();
  for (let i = 0; i < 20; i += 1) await write(`lamp ${i}`);
  const full = await size();
  await reader.query('begin isolation level repeatable read');
  await reader.query('select count(*) from customers');
  await sql`delete from settings where key like 'lamp %'`.execute(database.db);
  const rewrite = (olderMs: number) => rewriteTables({ url: database.url, tables: ['settings'], olderMs });
  await expect(rewrite(300)).rejects.toMatchObject({
    code: 'transaction_open',
    message: expect.stringContaining('nightly dump'),
  });
  const waiting = rewrite(20_000);
  await new Promise((resolve) => setTimeout(resolve, 600));
  await reader.query('commit');
  await waiting;
  expect(await size()).toBeLessThan(full ?? 0);
  await reader.end();
});
