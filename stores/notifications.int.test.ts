import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { withTestDatabase } from '../testing/postgres.ts';
import type { DatabaseHandle } from './database.ts';
import { createNotifications, type Notifications } from './notifications.ts';

let database: DatabaseHandle;
let notifications: Notifications;
beforeAll(async () => {
  database = await withTestDatabase();
  notifications = await createNotifications({ url: database.url, logger: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await notifications.close();
  await database.close();
});

const notify = (payload: string) => database.pool.query('select pg_notify($1, $2)', ['orders', payload]);

it('hears what is committed, and nothing after unsubscribing', async () => {
  const heard: Array<string | null> = [];
  const unsubscribe = notifications.subscribe('orders', (payload) => heard.push(payload));
  await vi.waitFor(() => expect(heard).toEqual([null]));
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query('begin');
  await client.query(`notify orders, 'a'`);
  await client.query('rollback');
  await client.end();
  await notify('b');
  await vi.waitFor(() => expect(heard).toEqual([null, 'b']));
  unsubscribe();
  await notify('c');
  const last: Array<string | null> = [];
  notifications.subscribe('orders', (payload) => last.push(payload));
  await notify('d');
  await vi.waitFor(() => expect(last).toContain('d'));
  expect(heard).toEqual([null, 'b']);
});

it('connects again after a cut and tells its listeners to read again', async () => {
  const heard: Array<string | null> = [];
  notifications.subscribe('orders', (payload) => heard.push(payload));
  for (let cut = 0; cut < 2; cut++) {
    heard.length = 0;
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'kefu notifications' and datname = current_database()`,
    );
    await vi.waitFor(() => expect(heard).toEqual([null]), 5_000);
    await notify(`after ${cut}`);
    await vi.waitFor(() => expect(heard).toEqual([null, `after ${cut}`]));
  }
});
