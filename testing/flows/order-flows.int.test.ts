import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../conversations/ports.ts';
import { createStockWatch } from '../../conversations/stock-watch.ts';
import { openShopInProcess, type ShopInProcess } from '../../evals/dialogue/shop-in-process.ts';
import { readShopFiles } from '../../stores/shop-files/shop-files.ts';
import { cupOrder, daysAgo, shopFolder } from './cup-shop.ts';

const ada: Caller = { kind: 'customer', id: 'ada', name: 'Ada' };
const arrived = [
  { carrier: 'DHL', trackingNumber: 'D1', status: 'delivered', events: [{ at: daysAgo(1), text: 'Delivered' }] },
];
const onItsWay = [
  { carrier: 'DHL', trackingNumber: 'D2', status: 'in_transit', events: [{ at: daysAgo(1), text: 'Left' }] },
];
const FILES = {
  'shop.json': { name: 'Cups', currency: 'USD', timeZone: 'UTC', locales: ['en', 'zh'] },
  'products.json': [
    {
      id: 'mug',
      name: 'Stoneware mug',
      category: 'Cups',
      price: 9,
      variants: [
        { id: 'mug-red', options: { colour: 'red' }, price: 9, stock: 5 },
        { id: 'mug-blue', options: { colour: 'blue' }, price: 12, stock: 5 },
      ],
    },
    { id: 'lamp', name: 'Paper lamp', category: 'Lamps', price: 40, stock: 0 },
    { id: 'tray', name: 'Oak tray', category: 'Trays', price: 30, stock: 3 },
  ],
  'customers.json': [{ id: 'ada', name: 'Ada Byron', email: 'ada@example.org', phone: '+1-555-0100-22', locale: 'en' }],
  'orders.json': [
    cupOrder('CU-50001', 'ada', 'paid', { invoices: [{ title: 'Ada Byron', status: 'issued', amount: 50 }] }),
    cupOrder('CU-50002', 'ada', 'delivered', { shipments: arrived }),
    cupOrder('CU-50003', 'ada', 'shipped', { shipments: onItsWay }),
  ],
  'policy.json': {
    price_protection: { within: { days: 7, from: 'paid' } },
    shipping: { days: { min: 2, max: 5 } },
  },
};

let shop: ShopInProcess;
let talk = 0;
beforeAll(async () => {
  const { folder, remove } = await shopFolder(FILES);
  shop = await openShopInProcess(await readShopFiles(folder));
  await remove();
});
afterAll(() => shop.close());
beforeEach(() => shop.restoreOrders());

/** A conversation of one customer; resolves with the last turn. */
function converse(caller: Caller = ada) {
  talk += 1;
  const id = `flow-${talk}`;
  return async (...lines: string[]) => {
    let last = await shop.say(id, caller, lines[0] ?? '');
    for (const line of lines.slice(1)) last = await shop.say(id, caller, line);
    return last;
  };
}
const ledger = () => shop.database.db.selectFrom('order_changes').select(['action', 'order_id', 'after']).execute();

describe('a customer settles it in the chat', () => {
  it.each([
    ['change_items', 'CU-50001', ['change the red mug in order CU-50001 to blue', 'yes']],
    ['change_items', 'CU-50001', ['把订单 CU-50001 的 Stoneware mug 换成 blue 的', '确认']],
    ['exchange_order', 'CU-50002', ['I want to exchange the mug of order CU-50002 for the blue one', 'yes']],
    ['return_order', 'CU-50002', ['I only want to return the oak tray of order CU-50002', 'yes']],
    ['change_invoice_title', 'CU-50001', ['change the invoice title of order CU-50001 to Acme Ltd', 'yes']],
    ['resend_invoice', 'CU-50001', ['please resend the invoice of order CU-50001', 'yes']],
    ['urge_delivery', 'CU-50003', ['please hurry up with order CU-50003', 'yes']],
    ['claim_price_protection', 'CU-50001', ['I want to claim price protection for order CU-50001', 'yes']],
  ])('%s of %s: nothing before the yes, once after it', async (action, orderId, [wish = '', ...rest]) => {
    const say = converse();
    const before = await shop.ordersState();
    const asked = await say(wish);
    expect(asked.confirmation, asked.text).toMatchObject({ action });
    expect(await shop.ordersState()).toBe(before);
    await say(...rest);
    expect(await ledger()).toMatchObject([{ action, order_id: orderId }]);
    await say(...rest);
    expect(await ledger()).toHaveLength(1);
  });

  it('returns a part and no more, and takes a change back', async () => {
    const say = converse();
    await say('I only want to return the oak tray of order CU-50002', 'yes');
    expect(JSON.stringify((await ledger())[0]?.after)).not.toContain('mug');
    const undone = await say('undo that', 'yes');
    expect(await ledger(), undone.text).toMatchObject([{ action: 'return_order' }, { action: 'undo_change' }]);
    const [row] = await shop.database.db.selectFrom('orders').selectAll().where('id', '=', 'CU-50002').execute();
    expect(row).toMatchObject({ status: 'delivered', refunds: [] });
  });

  it('says when an order will likely arrive, as an estimate', async () => {
    const told = await converse()('when will order CU-50003 arrive?');
    expect(told.text).toMatch(/Estimated arrival: .* to .* \(an estimate/);
    expect(told.cards).toMatchObject([{ arrival: { by: 'policy' } }, { type: 'shipment', arrival: { by: 'policy' } }]);
    expect((await converse()('订单 CU-50003 什么时候到')).text).toMatch(/估计 .*至.* 送达/);
  });
});

it('hears in the conversation, once, that what was sold out is back', async () => {
  const { db, pool } = shop.database;
  const watch = createStockWatch({
    db,
    notifications: { subscribe: () => () => undefined },
    logger: pino({ level: 'silent' }),
  });
  const told = async () =>
    (await db.selectFrom('messages').select('text').where('author', '=', 'system').execute()).map(({ text }) => text);
  expect((await converse()('let me know when the paper lamp is back in stock')).text).toContain('out of stock');
  const button = converse();
  const offered = await button('is the paper lamp in stock');
  expect((await button(...offered.quickReplies)).text).toContain('I’ll tell you');
  await button('cancel the stock alert');
  const zh = converse();
  expect((await zh('Paper lamp 有货了告诉我')).text).toContain('到货后我会在这个对话里通知您');
  expect(await watch.tick()).toBe(0);
  expect((await zh('取消到货提醒')).text).toBe('好的，到货提醒已取消。');
  await pool.query(`update products set stock = 4 where id = 'lamp'`);
  expect((await Promise.all([watch.tick(), watch.tick()])).reduce((a, b) => a + b)).toBe(1);
  expect(await told()).toEqual(['Paper lamp, which you were waiting for, is back in stock.']);
  expect((await converse()('tell me when the paper lamp is back in stock')).text).toContain('in stock now');
});

describe('a visitor', () => {
  const visitor = (id: string): Caller => ({ kind: 'visitor', id });
  it('sees the state of the order whose number and contact they know, and the same words for wrong and unknown', async () => {
    const right = await converse(visitor('v-1'))('where is my order CU-50003', 'ada@example.org');
    expect(right.text).toContain('CU-50003');
    expect(JSON.stringify(right)).not.toMatch(/Old Street|Byron|mug/);
    const wrong = await converse(visitor('v-2'))('where is my order CU-50003', 'eve@example.org');
    const unknown = await converse(visitor('v-3'))('where is my order CU-59999', 'ada@example.org');
    expect(wrong.text).toBe(unknown.text);
    expect(wrong.cards).toEqual([]);
    const many = converse(visitor('v-4'));
    for (let i = 0; i < 7; i++) await many('where is my order CU-50003', `x${i}@example.org`);
    expect((await many('where is my order CU-50003', 'ada@example.org')).cards).toEqual([]);
  });
});
