import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { createOrderStore } from '../stores/orders.ts';
import { aConfirmation } from '../testing/a-confirmation.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { cancelOrder } from './changes/cancel-order.ts';
import { changeAddress } from './changes/change-address.ts';
import { parsePolicy } from './policy/read-policy.ts';
import { createConfirmationSettler } from './settle-confirmation.ts';
import type { SettleRequest } from './settling/settled.ts';

let database: DatabaseHandle;
let confirmationId: string;
const conversationId = 'talk';
const view = { language: 'en' as const, currency: 'USD', timeZone: 'UTC' };

beforeAll(async () => {
  database = await withTestDatabase();
  const { db } = database;
  await db
    .insertInto('customers')
    .values([
      { id: 'ada', name: '"Ada"', locale: 'en', email: null, phone: null },
      { id: 'eve', name: '"Eve"', locale: 'en', email: null, phone: null },
    ])
    .execute();
  await db
    .insertInto('conversations')
    .values({ id: conversationId, owner_kind: 'customer', owner_id: 'ada', turn_owner: null, turn_lease_until: null })
    .execute();
});
afterAll(() => database.close());

beforeEach(async () => {
  const { db } = database;
  await db.deleteFrom('order_changes').execute();
  await db.deleteFrom('confirmations').execute();
  await db.deleteFrom('orders').execute();
  await db
    .insertInto('orders')
    .values({
      id: 'BK-1',
      customer_id: 'ada',
      status: 'paid',
      placed_at: new Date(),
      total: 58,
      shipping_address: null,
    })
    .execute();
  confirmationId = await ask('cancel_order', {});
});

const ask = (action: string, args: Record<string, unknown>): Promise<string> =>
  aConfirmation(database.db, {
    conversationId,
    customerId: 'ada',
    action,
    args: { ...args, orderId: 'BK-1' },
    expiresAt: new Date(Date.now() + 60_000),
  });

const settle = (change: Partial<SettleRequest> = {}) =>
  createConfirmationSettler({ db: database.db, tools: [cancelOrder, changeAddress], policy: parsePolicy({}) }).settle({
    confirmationId,
    conversationId,
    customerId: 'ada',
    approve: true,
    now: new Date(),
    view,
    ...change,
  });
const order = async () => (await createOrderStore(database.db).find('ada'))[0];
const ledger = () => database.db.selectFrom('order_changes').selectAll().execute();

describe('settling a confirmation', () => {
  it('acts once, however often and at the same time it is approved', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => settle()));
    expect(outcomes.map((settled) => settled.outcome)).toEqual(Array(8).fill('done'));
    expect(await order()).toMatchObject({ status: 'cancelled', refunds: [{ amount: 58 }] });
    expect(await ledger()).toMatchObject([
      { action: 'cancel_order', order_id: 'BK-1', before: { status: 'paid' }, after: { status: 'cancelled' } },
    ]);
  });

  it('changes nothing for anybody else, in another conversation, after a no or too late', async () => {
    expect((await settle({ customerId: 'eve' })).outcome).toBe('missing');
    expect((await settle({ conversationId: 'other' })).outcome).toBe('missing');
    expect((await settle({ now: new Date(Date.now() + 120_000) })).outcome).toBe('expired');
    confirmationId = await ask('cancel_order', {});
    expect((await settle({ approve: false })).outcome).toBe('rejected');
    expect((await settle()).outcome).toBe('rejected');
    expect((await order())?.status).toBe('paid');
    expect(await ledger()).toEqual([]);
  });

  it('checks the rules again: an order that left the warehouse meanwhile is not cancelled', async () => {
    await database.db.updateTable('orders').set({ status: 'shipped' }).execute();
    expect((await settle()).outcome).toBe('refused');
    expect(await order()).toMatchObject({ status: 'shipped', refunds: [] });
    expect(await ledger()).toEqual([]);
  });

  it('stores what was shown, and tells what it did', async () => {
    await database.db.updateTable('confirmations').set({ status: 'rejected' }).execute();
    confirmationId = await ask('change_address', { address: '5 Elm Road, Springfield' });
    const settled = await settle();
    expect(settled.outcome === 'done' && settled.text).toContain('5 Elm Road, Springfield');
    expect((await order())?.shipping_address).toEqual({ line: '5 Elm Road, Springfield' });
  });
});
