import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { withTestDatabase } from './postgres.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.close());

it('gives each test file a migrated database of its own', async () => {
  const other = await withTestDatabase();
  await database.db
    .insertInto('settings')
    .values({ key: 'a', value: JSON.stringify({ zh: '客服' }) })
    .execute();
  expect(await database.db.selectFrom('settings').selectAll().execute()).toEqual([{ key: 'a', value: { zh: '客服' } }]);
  expect(await other.db.selectFrom('settings').selectAll().execute()).toEqual([]);
  await other.close();
});
