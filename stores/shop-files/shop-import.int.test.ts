import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { withTestDatabase } from '../../testing/postgres.ts';
import type { DatabaseHandle } from '../database.ts';
import { findShop, readShop } from '../shop-settings.ts';
import { readShopFiles, type ShopFiles } from './shop-files.ts';
import { importShop } from './shop-import.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of ['order_items', 'orders', 'customers', 'products', 'settings'] as const)
    await database.db.deleteFrom(table).execute();
});

const shop = (over: Partial<ShopFiles>): ShopFiles => ({
  shop: { name: 'x', currency: 'CNY', timeZone: 'Asia/Shanghai', locales: ['zh'], supportHours: '9–18', asOf: null },
  products: [],
  customers: [{ id: 'C1', name: '林', email: null, phone: null, locale: 'zh-CN', addresses: [], paymentMethods: [] }],
  orders: [],
  policy: {},
  ...over,
});

const order = (over: Partial<ShopFiles['orders'][number]> = {}): ShopFiles['orders'][number] => ({
  id: 'O1',
  customerId: 'C1',
  status: 'shipped',
  placedAt: '2026-03-01T23:30:00',
  items: [{ productId: null, variantId: null, name: '茶', quantity: 3, unitPrice: 0.1 }],
  total: null,
  shippingAddress: null,
  shipments: [{ events: [{ at: '2026-03-02 08:00' }], estimatedDelivery: '2026-03-04' }],
  payments: [],
  refunds: [],
  invoices: [],
  note: 'ring twice',
  ...over,
});

it('loads the sample shop', async () => {
  const files = await readShopFiles(join(import.meta.dirname, '../../data/shop'));
  await importShop(database.db, files);
  const count = async (table: 'products' | 'customers' | 'orders') =>
    (await database.db.selectFrom(table).select('id').execute()).length;
  expect([await count('products'), await count('customers'), await count('orders')]).toEqual([
    files.products.length,
    files.customers.length,
    files.orders.length,
  ]);
  expect((await readShop(database.db)).currency).toBe('CNY');
  const newest = await database.db
    .selectFrom('orders')
    .select('placed_at')
    .orderBy('placed_at', 'desc')
    .executeTakeFirst();
  const age = Date.now() - Number(newest?.placed_at);
  expect(age).toBeGreaterThan(0);
  expect(age).toBeLessThan(2 * 86_400_000);
});

it('reads times without a zone as the shop’s and moves every date of an order so that asOf is today', async () => {
  const files = shop({ orders: [order()] });
  files.shop.asOf = '2026-03-04';
  await importShop(database.db, files, { now: new Date('2026-05-01T10:00:00+08:00') });
  const row = await database.db.selectFrom('orders').selectAll().executeTakeFirstOrThrow();
  expect(row.placed_at.toISOString()).toBe('2026-04-28T15:30:00.000Z');
  expect(row.shipments).toEqual([{ events: [{ at: '2026-04-29T08:00+08:00' }], estimatedDelivery: '2026-05-01' }]);
});

it('places no order in the future', async () => {
  const files = shop({ orders: [order()] });
  files.shop.asOf = '2026-03-01';
  await importShop(database.db, files, { now: new Date('2026-05-01T10:00:00+08:00') });
  const row = await database.db.selectFrom('orders').select('placed_at').executeTakeFirstOrThrow();
  expect(row.placed_at.toISOString()).toBe('2026-04-30T15:30:00.000Z');
});

it('fills in what the files leave out and keeps what they add', async () => {
  const tea = { id: 'T', name: 'tea', category: '', description: '', price: 5, variants: [], attributes: {} };
  await importShop(
    database.db,
    shop({
      products: [
        { ...tea, stock: null, brand: 'Leaf' },
        { ...tea, id: 'V', stock: null, variants: [{ id: 'V1', options: {}, price: null, stock: 4 }] },
      ],
      orders: [order()],
    }),
  );
  const [first, second] = await database.db.selectFrom('products').selectAll().orderBy('id').execute();
  expect(first).toMatchObject({ stock: null, attributes: { brand: 'Leaf' } });
  expect(second).toMatchObject({ stock: 4, variants: [{ id: 'V1', price: 5, stock: 4 }] });
  const stored = await database.db.selectFrom('orders').selectAll().executeTakeFirstOrThrow();
  expect(stored).toMatchObject({ total: 0.3, extra: { note: 'ring twice' } });
  expect((await database.db.selectFrom('customers').select('locale').executeTakeFirstOrThrow()).locale).toBe('zh');
});

it('can be repeated: rows are overwritten, lines of an order replaced', async () => {
  await importShop(database.db, shop({ orders: [order()] }));
  const line = { productId: null, variantId: null, name: 'cup', quantity: 1, unitPrice: 9 };
  await importShop(database.db, shop({ orders: [order({ status: 'delivered', items: [line] })] }));
  expect(await database.db.selectFrom('orders').select(['status', 'total']).execute()).toEqual([
    { status: 'delivered', total: 9 },
  ]);
  expect(await database.db.selectFrom('order_items').select('name').execute()).toEqual([{ name: 'cup' }]);
});

it('leaves nothing behind when a row is refused', async () => {
  await expect(importShop(database.db, shop({ orders: [order({ customerId: 'nobody' })] }))).rejects.toThrow();
  expect(await findShop(database.db)).toBeUndefined();
});

it('loads 1,000 products and 5,000 orders whole', async () => {
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  const lines = many(2, () => ({ productId: 'P1', variantId: null, name: 'cup', quantity: 1, unitPrice: 9 }));
  const files = shop({
    products: many(1_000, (index) => ({
      id: `P${index}`,
      name: `p ${index}`,
      category: 'c',
      description: 'd'.repeat(200),
      price: 1,
      stock: 1,
      variants: [],
      attributes: {},
    })),
    orders: many(5_000, (index) => order({ id: `O${index}`, items: lines })),
  });
  await importShop(database.db, files);
  const count = async (table: 'products' | 'orders' | 'order_items') =>
    (
      await database.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  expect([await count('products'), await count('orders'), await count('order_items')]).toEqual([1_000, 5_000, 10_000]);
});
