import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { importShop } from '../../stores/shop-files/shop-import.ts';
import { aConfirmation } from '../a-confirmation.ts';
import { withTestDatabase } from '../postgres.ts';
import { type StubShopApi, startStubShopApi } from '../stub-shop-api.ts';

const conversationId = 'talk';
const customerId = 'C-1';
const orderId = 'WX-90002';
let database: DatabaseHandle;
let stub: StubShopApi;

beforeAll(async () => {
  database = await withTestDatabase();
  stub = await startStubShopApi(60_000);
  const shop = { name: 'T', currency: 'EUR', timeZone: 'UTC', locales: ['en'], supportHours: null, asOf: null };
  await importShop(database.db, { shop });
  await database.pool.query(
    `insert into customers (id, name, locale) values ('C-1', '"Ada"', 'en');
     insert into orders (id, customer_id, status, placed_at, total) values ('WX-90002', 'C-1', 'pending', now(), 71);
     insert into order_items (order_id, line, name, quantity, unit_price) values ('WX-90002', 1, '"Stove"', 2, 35.5);
     insert into conversations (id, owner_kind, owner_id) values ('talk', 'customer', 'C-1')`,
  );
});
afterAll(async () => {
  await stub.close();
  await database.close();
});

const settleInItsOwnProcess = (confirmationId: string) => {
  const task = { databaseUrl: database.url, shopUrl: stub.url, confirmationId, conversationId, customerId };
  const script = join(import.meta.dirname, '../programs/settle-process.ts');
  return spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
};
const state = async (confirmationId: string) => {
  const { rows } = await database.pool.query<{ confirmation: string; order: string; entries: number }>(
    `select c.status as confirmation, o.status as order, (select count(*)::int from order_changes) as entries
     from confirmations c, orders o where c.id = $1 and o.id = $2`,
    [confirmationId, orderId],
  );
  return rows[0];
};

it('a process killed between the shop’s doing and the record has done it once, and the next one records it', async () => {
  const id = await aConfirmation(database.db, {
    conversationId,
    customerId,
    action: 'cancel_order',
    args: { orderId },
    expiresAt: new Date(Date.now() + 60_000),
  });
  const calls = () => stub.asked.filter(({ path }) => path.endsWith('/cancel'));

  // The shop does it and its answer never comes: the process is killed while it waits.
  stub.mood = 'does it, says nothing';
  const killed = settleInItsOwnProcess(id);
  await vi.waitFor(() => expect(calls()).toHaveLength(1), { timeout: 20_000 });
  killed.kill('SIGKILL');
  expect((await once(killed, 'exit'))[1]).toBe('SIGKILL');
  expect(await state(id)).toEqual({ confirmation: 'approved', order: 'pending', entries: 0 });

  // Two processes take it up at once: the shop sees the same key, the ledger has one entry.
  stub.mood = 'well';
  const outcomes = await Promise.all(
    [settleInItsOwnProcess(id), settleInItsOwnProcess(id)].map(async (child) => {
      const [said] = await once(child.stdout, 'data');
      return String(said);
    }),
  );
  expect(outcomes).toEqual(['done', 'done']);
  expect(new Set(calls().map(({ key }) => key))).toEqual(new Set([id]));
  expect(await state(id)).toEqual({ confirmation: 'done', order: 'cancelled', entries: 1 });
});
