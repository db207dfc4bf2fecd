import { afterAll, beforeAll, expect, it } from 'vitest';
import { importShop } from '../../stores/shop-files/shop-import.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { importFiles } from './import-files.ts';
import { textSource } from './shop-sources.ts';

let database: Awaited<ReturnType<typeof withTestDatabase>>;
const shop = {
  name: 'Tea',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  locales: ['en'],
  supportHours: null,
  asOf: null,
};
const HOW = { dryRun: false, removeMissing: false, skipRefused: false };
const take = (files: Record<string, string>, how: Partial<typeof HOW> = {}) =>
  importFiles(database.db, { source: textSource(files), ...HOW, ...how });

const PRODUCTS = 'id,name,price\nT1,Green tea,4.50\nT2,Black tea,3\n';
const ORDERS =
  'id,customerId,status,placedAt,productId,quantity,unitPrice\nA-1,C1,shipped,2026-03-01,T1,2,4.5\nA-1,,,,T2,1,3\n';

beforeAll(async () => {
  database = await withTestDatabase();
  await importShop(database.db, { shop });
});
afterAll(() => database.close());

it('takes sheets in, and once more changes nothing', async () => {
  const files = { 'products.csv': PRODUCTS, 'customers.csv': 'id,name\nC1,Ada\n', 'orders.csv': ORDERS };
  const first = await take(files);
  expect(first).toMatchObject({ applied: true, products: { added: 2 }, orders: { added: 1 }, refused: [] });
  const again = await take(files);
  expect(again).toMatchObject({ products: { added: 0, changed: 0, unchanged: 2 }, orders: { unchanged: 1 } });
  const lines = await database.db.selectFrom('order_items').select(['product_id', 'name']).orderBy('line').execute();
  expect(lines).toEqual([
    { product_id: 'T1', name: 'Green tea' },
    { product_id: 'T2', name: 'Black tea' },
  ]);
});

it('writes nothing while a row is refused, unless the others are wanted', async () => {
  const files = { 'products.csv': 'id,name,price\nT1,Green tea,5\nT3,Mate,cheap\n' };
  const refused = ['products.csv, line 3 (id T3), price: expected an amount of 0 or more, such as 12.50, got "cheap"'];
  expect(await take(files)).toMatchObject({ applied: false, refused });
  const price = () => database.db.selectFrom('products').select('price').where('id', '=', 'T1').executeTakeFirst();
  expect(await price()).toEqual({ price: 4.5 });
  expect(await take(files, { skipRefused: true })).toMatchObject({ applied: true, products: { changed: 1 }, refused });
  expect(await price()).toEqual({ price: 5 });
});

it('removes what is gone only where that is wanted, and customers with orders never', async () => {
  const files = { 'products.csv': 'id,name,price\nT1,Green tea,5\n', 'customers.json': '[]' };
  expect(await take(files)).toMatchObject({ products: { unchanged: 1, removed: [] } });
  const dry = await take(files, { removeMissing: true, dryRun: true });
  expect(dry).toMatchObject({ applied: false, products: { removed: ['T2'] }, customers: { removed: [] } });
  expect(await take(files, { removeMissing: true })).toMatchObject({ products: { removed: ['T2'] } });
});

it('tells other processes, and not for nothing', async () => {
  const client = await database.pool.connect();
  const heard: string[] = [];
  client.on('notification', ({ channel }) => heard.push(channel));
  await client.query('listen kefu_shop');
  await take({ 'products.csv': 'id,name,price\nT1,Green tea,5\n' });
  await client.query('select 1');
  expect(heard).toEqual([]);
  await take({ 'products.csv': 'id,name,price\nT1,Green tea,6\n' });
  await client.query('select 1');
  expect(heard).toEqual(['kefu_shop']);
  client.release(true);
});
