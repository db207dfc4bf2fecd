import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPromotionStore } from '../../stores/promotions.ts';
import { importShop } from '../../stores/shop-files/shop-import.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { type StubShopApi, startStubShopApi, stubShopDescription } from '../../testing/stub-shop-api.ts';
import { withTurnMemory } from '../turn-memory.ts';
import { createShopClient } from './client.ts';
import { parseShopApi } from './config.ts';
import { createShopApiOrders, syncProducts, syncPromotions } from './shop-api.ts';

let database: Awaited<ReturnType<typeof withTestDatabase>>;
let stub: StubShopApi;
let parts: Parameters<typeof syncProducts>[0];
beforeAll(async () => {
  database = await withTestDatabase();
  stub = await startStubShopApi();
  const config = parseShopApi('api', JSON.stringify(stubShopDescription(stub.url)), () => 'x');
  parts = { db: database.db, client: createShopClient(config), config };
  const shop = { name: 'T', currency: 'EUR', timeZone: 'UTC', locales: ['en'], supportHours: null, asOf: null };
  await importShop(database.db, { shop });
});
afterAll(async () => {
  await stub.close();
  await database.close();
});

it('finds a customer’s orders as the shop tells them, once a turn', async () => {
  const orders = createShopApiOrders(parts);
  await withTurnMemory(async () => {
    const found = await orders.find('C-1', { status: ['shipped'] });
    expect(found).toMatchObject([{ id: 'WX-90001', total: 120, items: [{ name: 'Tent', unit_price: 120 }] }]);
    expect(await orders.find('C-1', { orderIds: ['#wx 90002'] })).toMatchObject([{ id: 'WX-90002', total: 71 }]);
  });
  expect(stub.asked).toHaveLength(1);
  await withTurnMemory(() => orders.find('C-1'));
  expect(stub.asked).toHaveLength(2);
});

it('never gives one customer’s orders to another, whatever the shop’s system answers', async () => {
  const config = parseShopApi(
    'api',
    JSON.stringify(
      stubShopDescription(stub.url, {
        orders: { ...stubShopDescription(stub.url).orders, list: '/customers/C-1/orders?for={customerId}' },
      }),
    ),
    () => 'x',
  );
  const orders = createShopApiOrders({ ...parts, config });
  await expect(orders.find('C-2')).rejects.toMatchObject({ code: 'shop_unavailable' });
});

it('stores nothing of an answer that has another shape', async () => {
  stub.mood = 'wrong shape';
  await expect(createShopApiOrders(parts).find('C-1')).rejects.toMatchObject({ code: 'shop_unavailable' });
  stub.mood = 'well';
  expect(await createShopApiOrders(parts).find('C-1')).toHaveLength(2);
});

it('takes the catalogue over, and only what changed', async () => {
  expect(await syncProducts(parts)).toBe(true);
  expect(await syncProducts(parts)).toBe(false);
  expect(await database.db.selectFrom('products').select(['id', 'name', 'price']).execute()).toEqual([
    { id: 'S-1', name: 'Tent', price: 120 },
  ]);
});

it('takes the offers over; one that the shop has no more is none any more, and a broken list changes nothing', async () => {
  const offers = createPromotionStore(database.db);
  await syncPromotions(parts);
  expect(await offers.all()).toMatchObject([{ id: 'camp', code: 'CAMP10', gives: '10% off tents', minimum: 80 }]);
  stub.offers = [{ key: 'camp', label: 'Camp week' }];
  await expect(syncPromotions(parts)).rejects.toMatchObject({ code: 'shop_unavailable' });
  expect(await offers.all()).toHaveLength(1);
  stub.offers = [];
  await syncPromotions(parts);
  expect(await offers.all()).toEqual([]);
});
