import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { aConfirmation } from '../testing/a-confirmation.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { WRITE_TOOLS } from './changes/write-tools.ts';
import { parsePolicy } from './policy/read-policy.ts';
import { createConfirmationSettler } from './settle-confirmation.ts';
import type { CarryOut, SettleRequest } from './settling/settled.ts';
import { shopRefused, shopUnavailable } from './shop-unavailable.ts';
import { createVisitorLookup } from './visitors/visitor-lookup.ts';

let database: DatabaseHandle;
const conversationId = 'talk';
const view = { language: 'en' as const, currency: 'USD', timeZone: 'UTC' };
const now = new Date();

/** A customer with an order in a state and a written invoice, where each write may be done. */
const CASES: Array<[action: string, status: string, args: Record<string, unknown>]> = [
  ['cancel_order', 'paid', { reason: 'no longer needed' }],
  ['change_address', 'paid', { address: '5 Elm Road, Springfield' }],
  ['change_items', 'paid', { items: [{ variantId: 'mug-red', toVariantId: 'mug-blue' }] }],
  ['change_payment', 'pending', { paymentMethodId: 'card-2' }],
  ['exchange_order', 'delivered', { items: [{ line: 1, toVariantId: 'mug-blue' }] }],
  ['return_order', 'delivered', { items: [{ line: 1, quantity: 1 }], refundTo: 'card-2' }],
  ['change_invoice_title', 'paid', { title: 'Acme Ltd' }],
  ['resend_invoice', 'paid', {}],
  ['urge_delivery', 'paid', {}],
  ['claim_price_protection', 'paid', {}],
  ['change_default_address', 'paid', { address: '5 Elm Road, Springfield' }],
];

beforeAll(async () => {
  database = await withTestDatabase();
  const { db } = database;
  const variant = (id: string, price: number) => ({ id, options: { colour: id }, price, stock: 5 });
  await db
    .insertInto('products')
    .values({
      id: 'mug',
      name: '"Mug"',
      category: '"Cups"',
      description: '""',
      price: 9,
      stock: 10,
      variants: JSON.stringify([variant('mug-red', 9), variant('mug-blue', 12)]),
    })
    .execute();
  await db
    .insertInto('customers')
    .values({
      id: 'ada',
      name: '"Ada Byron"',
      locale: 'en',
      email: 'ada@example.org',
      phone: '+1-555-0100-22',
      payment_methods: JSON.stringify([
        { id: 'card-2', kind: 'credit_card' },
        { id: 'gift-1', kind: 'gift_card', balance: 1 },
      ]),
    })
    .execute();
  await db
    .insertInto('conversations')
    .values({ id: conversationId, owner_kind: 'customer', owner_id: 'ada', turn_owner: null, turn_lease_until: null })
    .execute();
});
afterAll(() => database.close());

beforeEach(async () => {
  const { db } = database;
  for (const table of [
    'change_approvals',
    'order_changes',
    'confirmations',
    'order_items',
    'orders',
    'lookup_tries',
  ] as const)
    await db.deleteFrom(table).execute();
});

async function anOrder(status: string): Promise<void> {
  const { pool } = database;
  await pool.query(
    `insert into orders (id, customer_id, status, placed_at, total, shipping_address, invoices)
     values ('M-100', 'ada', $1, now(), 20, '{"name": "Ada Byron", "line": "1 Old Street"}', '[{"title": "Ada", "status": "issued"}]')`,
    [status],
  );
  await pool.query(
    `insert into order_items (order_id, line, product_id, variant_id, name, quantity, unit_price)
     values ('M-100', 1, 'mug', 'mug-red', '"Mug"', 2, 10)`,
  );
}

const ask = (action: string, args: Record<string, unknown>, expiresInMs = 60_000): Promise<string> =>
  aConfirmation(database.db, {
    conversationId,
    customerId: 'ada',
    action,
    args: action === 'change_default_address' ? args : { ...args, orderId: 'M-100' },
    expiresAt: new Date(now.getTime() + expiresInMs),
  });

const policy = parsePolicy({ price_protection: { within: { days: 7 } } });
function settle(
  confirmationId: string,
  change: Partial<SettleRequest> = {},
  options: { carryOut?: (change: CarryOut) => Promise<void>; policy?: typeof policy } = {},
) {
  const settler = createConfirmationSettler({ db: database.db, tools: WRITE_TOOLS, policy, ...options });
  return settler.settle({ confirmationId, conversationId, customerId: 'ada', approve: true, now, view, ...change });
}
const ledger = () => database.db.selectFrom('order_changes').selectAll().execute();

describe('every write', () => {
  it.each(CASES)('%s happens once or not at all, and the ledger says so', async (action, status, args) => {
    await anOrder(status);
    const stale = await ask(action, args, -1);
    expect((await settle(stale)).outcome).toBe('expired');
    const id = await ask(action, args);
    expect((await settle(id, { customerId: 'eve' })).outcome).toBe('missing');

    // The shop does it, and the process dies before it is recorded.
    const sent: string[] = [];
    const crash = settle(
      id,
      {},
      {
        carryOut: async ({ confirmationId }) => {
          sent.push(confirmationId);
          throw new Error('killed');
        },
      },
    );
    await expect(crash).rejects.toThrow('killed');
    expect(await ledger()).toEqual([]);

    // The turn is run again, late and twice at once: the same key, one entry.
    const late = { now: new Date(now.getTime() + 120_000) };
    const carryOut = async ({ confirmationId }: CarryOut) => void sent.push(confirmationId);
    const both = await Promise.all([settle(id, late, { carryOut }), settle(id, late, { carryOut })]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(new Set(sent)).toEqual(new Set([id]));
    expect(await ledger()).toMatchObject([{ action, customer_id: 'ada', confirmation_id: id, actor: 'customer' }]);
  });

  it('waits for a person above the shop’s limit, and is refused to a card that does not hold enough', async () => {
    await anOrder('paid');
    const strict = { policy: parsePolicy({ approvals: { refundAbove: 15 } }) };
    const id = await ask('cancel_order', {});
    expect((await settle(id, {}, strict)).outcome).toBe('awaiting_approval');
    expect((await settle(id, {}, strict)).outcome).toBe('awaiting_approval');
    expect(await ledger()).toEqual([]);
    expect((await settle(id, { approvedBy: 'staff-1' }, strict)).outcome).toBe('done');
    expect(await ledger()).toMatchObject([{ actor: 'staff-1', after: { status: 'cancelled' } }]);
    await database.pool.query(`update orders set status = 'pending'`);
    const poor = await ask('change_payment', { paymentMethodId: 'gift-1' });
    expect((await settle(poor)).outcome).toBe('refused');
  });

  it('is taken back once, to what stood there before', async () => {
    await anOrder('paid');
    await settle(await ask('change_items', { items: [{ line: 1, toVariantId: 'mug-blue' }] }));
    const [change] = await ledger();
    const undo = await ask('undo_change', { changeId: change?.id });
    expect((await settle(undo)).outcome).toBe('done');
    const item = await database.db.selectFrom('order_items').selectAll().executeTakeFirstOrThrow();
    expect(item).toMatchObject({ variant_id: 'mug-red', unit_price: 10 });
    expect((await settle(await ask('undo_change', { changeId: change?.id }))).outcome).toBe('refused');
  });
});

const unanswered = (details?: { sent: false }) => async () => {
  throw shopUnavailable('no answer', undefined, details);
};
const killed = async () => {
  throw new Error('killed');
};
const carriedOut = async () => undefined;

describe('a change that the shop’s own system carries out', () => {
  it('is not done where nothing reached it, and the same yes may try again', async () => {
    await anOrder('paid');
    const id = await ask('cancel_order', {});
    const unreached = { outcome: 'unavailable', refused: false, inDoubt: false };
    expect(await settle(id, {}, { carryOut: unanswered({ sent: false }) })).toMatchObject(unreached);
    expect(await ledger()).toEqual([]);
    expect((await settle(id, { approve: false }, { carryOut: carriedOut })).outcome).toBe('rejected');
    const again = await ask('cancel_order', {});
    await settle(again, {}, { carryOut: unanswered({ sent: false }) });
    expect(await settle(again, {}, { carryOut: carriedOut })).toMatchObject({ outcome: 'done', repeated: false });
    expect(await settle(again, {}, { carryOut: killed })).toMatchObject({ outcome: 'done', repeated: true });
  });

  it('is in doubt until the shop has answered: no later no makes the yes unsent, no later “not sent” is believed', async () => {
    await anOrder('paid');
    const id = await ask('cancel_order', {});
    const inDoubt = { outcome: 'unavailable', inDoubt: true };
    expect(await settle(id, {}, { carryOut: unanswered() })).toMatchObject(inDoubt);
    const row = await database.db.selectFrom('confirmations').selectAll().where('id', '=', id).executeTakeFirst();
    expect(row).toMatchObject({ status: 'approved', intent: { unanswered: true } });
    expect(await settle(id, {}, { carryOut: unanswered({ sent: false }) })).toMatchObject(inDoubt);
    expect((await settle(id, { approve: false }, { carryOut: killed })).outcome).toBe('in_doubt');
    const late = { now: new Date(now.getTime() + 3_600_000) };
    expect((await settle(id, late, { carryOut: carriedOut })).outcome).toBe('done');
    expect(await ledger()).toMatchObject([{ action: 'cancel_order', before: { status: 'paid' } }]);
  });

  it('is over with the shop’s no', async () => {
    await anOrder('paid');
    const id = await ask('cancel_order', {});
    await expect(settle(id, {}, { carryOut: killed })).rejects.toThrow('killed');
    const refusing = async () => {
      throw shopRefused('it is packed');
    };
    expect(await settle(id, {}, { carryOut: refusing })).toMatchObject({ outcome: 'unavailable', refused: true });
    expect((await settle(id, { approve: false }, { carryOut: killed })).outcome).toBe('refused');
    expect(await ledger()).toEqual([]);
  });

  /** What an order looks like after the shop did it, as the next look there finds it. */
  const READ_ANEW: Array<[action: string, status: string, args: Record<string, unknown>, sql: string]> = [
    ['cancel_order', 'paid', {}, `update orders set status = 'cancelled'`],
    [
      'change_address',
      'paid',
      { address: '5 Elm Road, Springfield' },
      `update orders set shipping_address = '"5 Elm Road, Springfield"'`,
    ],
    [
      'change_items',
      'paid',
      { items: [{ line: 1, toVariantId: 'mug-blue' }] },
      `update order_items set variant_id = 'mug-blue', unit_price = 12`,
    ],
    ['return_order', 'delivered', { items: [{ line: 1, quantity: 2 }] }, `update orders set status = 'returned'`],
  ];
  it.each(READ_ANEW)('%s is told as done though the order was read anew after the crash', async (...row) => {
    const [action, status, args, asTheShopDid] = row;
    await anOrder(status);
    const before = await database.db.selectFrom('orders').selectAll().executeTakeFirstOrThrow();
    const id = await ask(action, args);
    await expect(settle(id, {}, { carryOut: killed })).rejects.toThrow('killed');
    await database.pool.query(asTheShopDid);
    expect((await settle(id, {}, { carryOut: carriedOut })).outcome).toBe('done');
    const [entry] = await ledger();
    expect(entry).toMatchObject({ action, actor: 'customer', confirmation_id: id });
    expect(entry?.before).not.toEqual(entry?.after);
    if (entry?.before.status) expect(entry.before.status).toBe(before.status);
    if (entry?.before.shipping_address) expect(entry.before.shipping_address).toEqual(before.shipping_address);
  });

  it('keeps the name of the colleague who approved it, and stays theirs to settle', async () => {
    await anOrder('paid');
    const strict = { policy: parsePolicy({ approvals: { refundAbove: 15 } }) };
    const id = await ask('cancel_order', {});
    expect((await settle(id, {}, { ...strict, carryOut: killed })).outcome).toBe('awaiting_approval');
    const byOne = { approvedBy: 'staff-1' };
    expect(await settle(id, byOne, { ...strict, carryOut: unanswered() })).toMatchObject({ inDoubt: true });
    const byTwo = { approvedBy: 'staff-2' };
    expect((await settle(id, { ...byTwo, approve: false }, { ...strict, carryOut: killed })).outcome).toBe('in_doubt');
    expect((await settle(id, byTwo, { ...strict, carryOut: carriedOut })).outcome).toBe('done');
    expect(await ledger()).toMatchObject([{ actor: 'staff-1' }]);
  });
});

describe('a visitor', () => {
  const asked = { visitorId: 'v1', orderId: 'm 100', language: 'en' as const, now };

  it('sees state and parcels of the order whose contact they know, and learns nothing otherwise', async () => {
    await anOrder('paid');
    const lookup = createVisitorLookup({ db: database.db, sendCode: undefined });
    const wrong = await lookup.lookUp({ ...asked, contact: '+1-555-0199-00' });
    expect(wrong).toEqual(await lookup.lookUp({ ...asked, orderId: 'M-999', contact: 'ada@example.org' }));
    const found = await lookup.lookUp({ ...asked, contact: 'ADA@example.org' });
    expect(found).toEqual({ outcome: 'order', order: { id: 'M-100', status: 'paid', shipments: [] } });
    for (let i = 0; i < 6; i++) await lookup.lookUp({ ...asked, contact: `x${i}@example.org` });
    expect((await lookup.lookUp({ ...asked, contact: 'ada@example.org' })).outcome).toBe('too_often');
  });

  it('enters the code that was sent to the order’s contact', async () => {
    await anOrder('shipped');
    const sent: string[] = [];
    const lookup = createVisitorLookup({ db: database.db, sendCode: async ({ code }) => void sent.push(code) });
    const other = { ...asked, visitorId: 'v2' };
    expect((await lookup.lookUp({ ...other, contact: 'eve@example.org' })).outcome).toBe('code_sent');
    expect((await lookup.lookUp({ ...other, contact: 'ada@example.org' })).outcome).toBe('code_sent');
    expect(sent).toHaveLength(1);
    const wrong = sent[0] === '000000' ? '000001' : '000000';
    expect((await lookup.enterCode({ ...other, code: wrong })).outcome).toBe('wrong_code');
    expect((await lookup.enterCode({ ...other, visitorId: 'v3', code: sent[0] ?? '' })).outcome).toBe('wrong_code');
    expect((await lookup.enterCode({ ...other, code: sent[0] ?? '' })).outcome).toBe('order');
    expect((await lookup.current(other))?.id).toBe('M-100');
  });
});
