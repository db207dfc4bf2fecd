import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { importShop } from '../stores/shop-files/shop-import.ts';
import { aConfirmation } from '../testing/a-confirmation.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { WRITE_TOOLS } from '../tools/changes/write-tools.ts';
import { parsePolicy } from '../tools/policy/read-policy.ts';
import { createConfirmationSettler } from '../tools/settle-confirmation.ts';
import { shopUnavailable } from '../tools/shop-unavailable.ts';
import { createDoubtClock } from './changes-in-doubt.ts';

const view = { language: 'en' as const, currency: 'EUR', timeZone: 'UTC' };
let database: DatabaseHandle;

beforeAll(async () => {
  database = await withTestDatabase();
  const shop = { name: 'T', currency: 'EUR', timeZone: 'UTC', locales: ['en'], supportHours: null, asOf: null };
  await importShop(database.db, { shop });
  await database.pool.query(
    `insert into customers (id, name, locale) values ('C-1', '"Ada"', 'en');
     insert into orders (id, customer_id, status, placed_at, total) values ('WX-90002', 'C-1', 'pending', now(), 71);
     insert into order_items (order_id, line, name, quantity, unit_price) values ('WX-90002', 1, '"Stove"', 2, 35.5);
     insert into conversations (id, owner_kind, owner_id, language) values ('talk', 'customer', 'C-1', 'en')`,
  );
});
afterAll(async () => {
  await database.close();
});

it('asks a shop’s system that did not answer again, with the same key, and tells the customer once how it ended', async () => {
  const { db } = database;
  const keys: string[] = [];
  let silent = true;
  const settler = createConfirmationSettler({
    db,
    tools: WRITE_TOOLS,
    policy: parsePolicy({}),
    carryOut: async ({ confirmationId }) => {
      keys.push(confirmationId);
      if (silent) throw shopUnavailable('it did not answer in time');
    },
  });
  const owner = { conversationId: 'talk', customerId: 'C-1' };
  const expiresAt = new Date(Date.now() + 60_000);
  const args = { orderId: 'WX-90002' };
  const confirmationId = await aConfirmation(db, { ...owner, action: 'cancel_order', args, expiresAt });

  const first = await settler.settle({ ...owner, confirmationId, approve: true, now: new Date(), view });
  expect(first).toMatchObject({ outcome: 'unavailable', inDoubt: true });

  const clocks = [1, 2].map(() => createDoubtClock({ db, settler, shop: view, logger: pino({ level: 'silent' }) }));
  const rounds = async (afterMs: number) => {
    const now = new Date(Date.now() + afterMs);
    const told = await Promise.all(clocks.map((clock) => clock.tick(now)));
    return told.reduce((sum, count) => sum + count, 0);
  };
  // The customer's turn comes first; then the silence goes on; then two processes hear the answer at once.
  expect(await rounds(0)).toBe(0);
  expect(await rounds(90_000)).toBe(0);
  silent = false;
  expect(await rounds(90_000)).toBe(1);
  expect(await rounds(90_000)).toBe(0);
  await Promise.all(clocks.map((clock) => clock.stop()));

  expect(new Set(keys)).toEqual(new Set([confirmationId]));
  const texts = await db.selectFrom('messages').select(['author', 'text']).execute();
  expect(texts).toEqual([{ author: 'system', text: expect.stringContaining('has answered now') }]);
  expect(await db.selectFrom('order_changes').select(['action', 'actor']).execute()).toEqual([
    { action: 'cancel_order', actor: 'customer' },
  ]);
});
