import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../../stores/database.ts';
import { aConfirmation } from '../../../testing/a-confirmation.ts';
import { withTestDatabase } from '../../../testing/postgres.ts';
import { cancelOrder } from '../../../tools/changes/cancel-order.ts';
import { parsePolicy } from '../../../tools/policy/read-policy.ts';
import { type ConfirmationSettler, createConfirmationSettler } from '../../../tools/settle-confirmation.ts';
import { createDecisions } from './decisions.ts';
import { listApprovals } from './list-approvals.ts';

let database: DatabaseHandle;
let staff: string[];
let settler: ConfirmationSettler;
let id: string;
const policy = parsePolicy({ cancel: { approval: true } });
const shop = { currency: 'USD', timeZone: 'UTC' };
const conversationId = 'talk';
const wish = { conversationId, customerId: 'ada', action: 'cancel_order' };

beforeAll(async () => {
  database = await withTestDatabase();
  const { db } = database;
  await db.insertInto('customers').values({ id: 'ada', name: '"Ada"', locale: 'en' }).execute();
  const hired = ['Mei', 'Tom'].map((name) => ({
    name,
    email: `${name}@example.com`,
    role: 'agent' as const,
    password_hash: 'x',
  }));
  staff = (await db.insertInto('staff').values(hired).returning('id').execute()).map((row) => row.id);
  settler = createConfirmationSettler({ db, tools: [cancelOrder], policy });
});
afterAll(() => database.close());

/** An order whose customer said yes to its cancellation, which a person has to approve. */
beforeEach(async () => {
  const { db, pool } = database;
  await pool.query('delete from order_changes; delete from conversations; delete from orders');
  await db
    .insertInto('conversations')
    .values({
      id: conversationId,
      owner_kind: 'customer',
      owner_id: 'ada',
      language: 'en',
      turn_owner: null,
      turn_lease_until: null,
    })
    .execute();
  const order = { id: 'BK-1', customer_id: 'ada', status: 'paid' as const, total: 58, shipping_address: null };
  await db
    .insertInto('orders')
    .values({ ...order, placed_at: new Date() })
    .execute();
  const expiresAt = new Date(Date.now() + 60_000);
  id = await aConfirmation(db, { ...wish, args: { orderId: 'BK-1' }, expiresAt });
  const view = { ...shop, language: 'en' as const };
  const yes = { confirmationId: id, conversationId, customerId: 'ada', approve: true, now: new Date(), view };
  expect(await settler.settle(yes)).toMatchObject({ outcome: 'awaiting_approval' });
});

const decisions = (by: ConfirmationSettler = settler) => createDecisions({ db: database.db, settler: by, shop });
const [mei, tom] = [() => staff[0] ?? '', () => staff[1] ?? ''];
const told = async () =>
  (await database.db.selectFrom('messages').select('text').orderBy('seq').execute()).map(({ text }) => text);
const state = async () => {
  const order = await database.db.selectFrom('orders').select('status').executeTakeFirst();
  const ledger = await database.db.selectFrom('order_changes').select(['action', 'actor']).execute();
  return { order: order?.status, ledger };
};
const later = () => new Date(Date.now() + 60_000);
const broken = () => Promise.reject(new Error('The process is gone.'));

describe('a decision of the desk', () => {
  it('is the first of two at once; the customer hears it once', async () => {
    const { decide } = decisions();
    const both = await Promise.allSettled([
      decide(id, mei(), { approve: true }),
      decide(id, tom(), { approve: false, note: 'No.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'approval_decided' } });
    expect(await told()).toHaveLength(1);
    expect(await listApprovals({ db: database.db, policy, tools: [cancelOrder], shop })).toEqual([]);
    await expect(decide(id, mei(), { approve: true })).rejects.toMatchObject({ code: 'approval_decided' });
    for (const unknown of ['0b5c5f0e-1111-4222-8333-444455556666', 'nothing'])
      await expect(decide(unknown, mei(), { approve: true })).rejects.toMatchObject({ status: 404 });
  });

  it('that broke off between doing and telling is told by the next process, once', async () => {
    const diesAfterwards: ConfirmationSettler = { settle: (request) => settler.settle(request).then(broken) };
    await expect(decisions(diesAfterwards).decide(id, mei(), { approve: true })).rejects.toThrow('gone');
    expect(await state()).toEqual({ order: 'cancelled', ledger: [{ action: 'cancel_order', actor: mei() }] });
    expect(await told()).toEqual([]);
    // The desk sees that it is under way, and by whom; nobody else decides it.
    expect(await listApprovals({ db: database.db, policy, tools: [cancelOrder], shop })).toMatchObject([
      { id, decided: { by: 'Mei', approve: true } },
    ]);
    await expect(decisions().decide(id, tom(), { approve: false })).rejects.toMatchObject({ code: 'approval_decided' });

    expect(await decisions().resume(new Date(Date.now() - 60_000))).toBe(0);
    const counts = await Promise.all([decisions().resume(later()), decisions().resume(later())]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await told()).toEqual([expect.stringMatching(/^Your request was approved\. .*BK-1/)]);
    expect((await state()).ledger).toHaveLength(1);
    const events = await database.db.selectFrom('conversation_events').select(['type', 'payload']).execute();
    expect(events).toContainEqual({ type: 'confirmation', payload: { confirmationId: id, status: 'done' } });
  });

  it('that broke off before anything was done is carried out as it was decided, with its note', async () => {
    await expect(
      decisions({ settle: broken }).decide(id, mei(), { approve: false, note: 'It is packed.' }),
    ).rejects.toThrow('gone');
    await expect(decisions({ settle: broken }).resume(later())).rejects.toThrow(AggregateError);
    expect(await decisions().resume(later())).toBe(1);
    expect(await told()).toEqual([expect.stringMatching(/not approved.* It is packed\.$/)]);
    expect(await state()).toEqual({ order: 'paid', ledger: [] });
  });

  it('that the shop’s system did not carry out waits for anybody again', async () => {
    const silent: ConfirmationSettler = {
      settle: async () => ({ outcome: 'unavailable', action: wish.action, refused: false, inDoubt: false }),
    };
    await expect(decisions(silent).decide(id, mei(), { approve: true })).rejects.toMatchObject({
      code: 'shop_unavailable',
    });
    const asked: ConfirmationSettler = { settle: async () => ({ outcome: 'in_doubt', action: wish.action }) };
    await expect(decisions(asked).decide(id, mei(), { approve: false })).rejects.toMatchObject({
      code: 'change_in_doubt',
    });
    expect(await told()).toEqual([]);
    expect(await listApprovals({ db: database.db, policy, tools: [cancelOrder], shop })).toMatchObject([
      { id, decided: null },
    ]);
    expect(await decisions().decide(id, tom(), { approve: true })).toEqual({ outcome: 'done' });
    expect((await state()).ledger).toEqual([{ action: 'cancel_order', actor: tom() }]);
  });

  it('about an order that left meanwhile changes nothing, and says so', async () => {
    await database.db.updateTable('orders').set({ status: 'shipped' }).execute();
    expect(await decisions().decide(id, mei(), { approve: true })).toEqual({ outcome: 'refused' });
    expect(await told()).toHaveLength(1);
    expect(await state()).toEqual({ order: 'shipped', ledger: [] });
  });
});
