import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTestDatabase } from '../testing/postgres.ts';
import type { DatabaseHandle } from './database.ts';
import { countStanding, createLeadership } from './leadership.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database?.close());

it('gives a task to one of those that stand for it, and counts them', async () => {
  const stand = (of?: string) =>
    createLeadership({ url: database.url, task: 'vectors', of, logger: pino({ level: 'silent' }) });
  const [first, second, elsewhere] = [await stand(), await stand(), await stand('another server')];
  expect([first.held(), second.held(), elsewhere.held()]).toEqual([true, false, true]);
  expect(await countStanding(database.db, 'vectors')).toBe(3);
  expect(await countStanding(database.db, 'channels')).toBe(0);
  await Promise.all([first.close(), second.close(), elsewhere.close()]);
  await expect.poll(() => countStanding(database.db, 'vectors')).toBe(0);
});
