import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createOrderStore } from '../../../stores/orders.ts';
import { type DeskFixture, openDeskFixture } from '../../../testing/desk-fixture.ts';
import { RULELESS } from '../../../testing/programs/conversation-process.ts';
import { orderFactsReader } from '../../../tools/changes/order-facts.ts';
import { WRITE_TOOLS } from '../../../tools/changes/write-tools.ts';
import type { Caller } from '../../ports.ts';
import { createChangeDesk } from '../change-desk.ts';
import { createOrderChanges, type WantedChange } from './order-changes.ts';

let fixture: DeskFixture;
beforeAll(async () => {
  fixture = await openDeskFixture();
});
afterEach(() => fixture.closeProcesses());
afterAll(() => fixture.database.close());

it('puts an agent’s change to the customer, who alone can confirm it, once, by the button or a plain yes', async () => {
  const { caller, database, mei, tom } = fixture;
  const { db } = database;
  await db
    .insertInto('orders')
    .values(
      ['A1', 'A2', 'A3', 'B1'].map((id) => ({
        id,
        customer_id: id.startsWith('A') ? 'C1' : 'C2',
        status: id === 'A3' ? 'shipped' : 'paid',
        placed_at: new Date(),
        total: 90,
        shipping_address: JSON.stringify({ name: '林小雨', line: '旧街 1 号' }),
      })),
    )
    .execute();
  const { conversations, desk, say, runner } = await fixture.start();
  const deps = {
    db,
    orders: createOrderStore(db),
    orderFacts: orderFactsReader(db),
    tools: WRITE_TOOLS,
    policy: RULELESS,
    shop: { currency: 'CNY', timeZone: 'Asia/Shanghai' },
  };
  const changes = createOrderChanges(deps);
  const id = 'changed-at-the-desk';
  const wanted = { orderId: 'A1', action: 'cancel_order', args: {}, language: 'zh' as const };
  const propose = (change: Partial<WantedChange>, by = mei) => changes.propose(id, by, { ...wanted, ...change });
  const asked = async (change: Partial<WantedChange>) => {
    const proposed = await propose(change);
    if (proposed.outcome === 'refused') throw new Error(proposed.text);
    return proposed.confirmation;
  };
  const statuses = async () => (await desk.open(id)).proposals.map(({ status }) => status);
  const statusOf = async (orderId: string) =>
    (await db.selectFrom('orders').select('status').where('id', '=', orderId).executeTakeFirstOrThrow()).status;

  await say(id, '转人工');
  await expect(propose({})).rejects.toMatchObject({ code: 'not_claimed' });
  await desk.claim(id, mei);
  const turns = runner.runs.length;
  await expect(propose({}, tom)).rejects.toMatchObject({ code: 'already_claimed' });
  await expect(propose({ orderId: 'B1' })).rejects.toMatchObject({ status: 404 });
  expect(await propose({ orderId: 'A3' })).toMatchObject({ outcome: 'refused', because: 'status' });
  expect(await statuses()).toEqual([]);

  // One press of two at once carries it out; a stranger's carries out nothing; a resend asks once.
  const first = await asked({ messageId: 'p-1' });
  expect((await asked({ messageId: 'p-1' })).id).toBe(first.id);
  const view = await conversations.history(caller, id);
  expect(view.pendingConfirmation).toMatchObject({ id: first.id });
  expect(view.messages.at(-1)).toMatchObject({
    author: 'agent',
    text: expect.stringMatching(/^请确认：取消订单 A1/),
    confirmation: { id: first.id, changes: expect.arrayContaining([expect.objectContaining({ field: '退款' })]) },
  });
  const press = (by: Caller, approve: boolean, confirmationId = first.id) =>
    conversations.settleConfirmation(by, id, confirmationId, approve);
  await expect(press({ kind: 'customer', id: 'C2' }, true)).rejects.toMatchObject({ status: 404 });
  const presses = await Promise.allSettled([press(caller, true), press(caller, true)]);
  expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(presses.find(({ status }) => status === 'fulfilled')).toMatchObject({
    value: { status: 'human', messageId: null, text: expect.stringContaining('A1 已取消') },
  });
  await expect(press(caller, false)).rejects.toMatchObject({ code: 'confirmation_settled' });
  expect([await statusOf('A1'), await statuses()]).toEqual(['cancelled', ['done']]);
  expect(await desk.open(id)).toMatchObject({
    unansweredSince: null,
    outcomes: { [first.id]: { status: 'done', by: 'customer' } },
  });

  // A yes counts only as the next word; after the agent went on it is an answer to the agent.
  await asked({ orderId: 'A2' });
  await desk.reply(id, mei, '另外，需要开发票吗？');
  expect(await say(id, '好的')).toMatchObject({ status: 'human', text: '' });
  expect((await desk.open(id)).unansweredSince).not.toBeNull();
  expect([await statusOf('A2'), await statuses()]).toEqual(['paid', ['pending', 'done']]);
  const address = { orderId: 'A2', action: 'change_address', args: { address: '新街 2 号院 3 单元' } };
  const forms = await changes.forms(id, 'A2', 'zh');
  expect(forms.find(({ action }) => action === 'change_address')?.fields).toMatchObject([
    { kind: 'address', parts: expect.arrayContaining([{ name: 'line', value: '旧街 1 号' }]) },
  ]);
  expect(forms.some(({ action }) => action === 'change_items')).toBe(true);
  const same = { ...address, args: { address: '旧街1号，林小雨' } };
  expect(await propose(same)).toMatchObject({ outcome: 'refused', because: 'as_it_is' });
  await asked(address);
  expect(await say(id, '不用了')).toMatchObject({ text: expect.stringContaining('没有做任何改动') });
  await asked(address);
  expect(await say(id, '确认')).toMatchObject({ text: expect.stringContaining('新街 2 号院 3 单元') });
  expect((await desk.open(id)).unansweredSince).toBeNull();
  expect(await statuses()).toEqual(['done', 'rejected', 'expired', 'done']);
  const last = await asked({ orderId: 'A2' });
  await changes.withdraw(id, mei, last.id);
  await expect(press(caller, true, last.id)).rejects.toMatchObject({ code: 'confirmation_expired' });
  expect(await statusOf('A2')).toBe('paid');

  const { messages } = await conversations.history(caller, id);
  expect(messages.filter(({ author }) => author === 'bot')).toHaveLength(1);
  expect(runner.runs).toHaveLength(turns);
  const ledger = createChangeDesk({ ...deps, settler: { settle: () => Promise.reject() } });
  expect(await ledger.ledger({ customerId: 'C1' })).toMatchObject([
    { orderId: 'A2', action: 'change_address', actor: 'customer', proposedBy: 'Mei' },
    { orderId: 'A1', action: 'cancel_order', actor: 'customer', proposedBy: 'Mei' },
  ]);
  const [newest] = await ledger.ledger({ limit: 1 });
  expect(newest).toMatchObject({ conversationId: id, undoneBy: null, changes: [expect.anything()] });
  const older = await ledger.ledger({ before: newest?.id });
  expect(older.map(({ orderId }) => orderId)).toEqual(['A1']);
  expect(await ledger.ledger({ action: 'return_order' })).toEqual([]);
});
