import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTestDatabase } from '../testing/postgres.ts';
import { withAdvisoryLock } from './advisory-lock.ts';
import { type DatabaseHandle, openDatabase } from './database.ts';

const LOCK = 7;
let first: DatabaseHandle;
let second: DatabaseHandle;

beforeAll(async () => {
  first = await withTestDatabase();
  second = openDatabase({ url: first.url, logger: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await second.close();
  await first.close();
});

it('lets one process work at a time, also after work that failed', async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await wait(50);
    seen.push(`${name} ends`);
    if (name === 'a') throw new Error('a failed');
  };
  const a = withAdvisoryLock(first.pool, LOCK, work('a'));
  await wait(20);
  const b = withAdvisoryLock(second.pool, LOCK, work('b'));
  await expect(a).rejects.toThrow('a failed');
  await b;
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('falls to the next one when the process that has it is gone', async () => {
  const dying = openDatabase({ url: first.url, logger: pino({ level: 'silent' }) });
  const gone = withAdvisoryLock(dying.pool, LOCK, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await first.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await wait(100);
  });
  expect(await withAdvisoryLock(second.pool, LOCK, async () => 'mine')).toBe('mine');
  await gone;
  await dying.close();
});
