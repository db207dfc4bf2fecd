import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type StubMood, type StubShopApi, startStubShopApi, stubShopDescription } from '../../testing/stub-shop-api.ts';
import { createShopClient, fillPath } from './client.ts';
import { parseShopApi } from './config.ts';
import { createShopWrites } from './writes.ts';

let stub: StubShopApi;
beforeAll(async () => {
  stub = await startStubShopApi(60);
});
afterAll(() => stub.close());
beforeEach(() => {
  stub.asked.length = 0;
  stub.mood = 'well';
});

const environment = (name: string) => (name === 'SHOP_TOKEN' ? 's3cret' : undefined);
const configOf = (over: Record<string, unknown> = {}) =>
  parseShopApi(
    'shop-api.json',
    JSON.stringify(stubShopDescription(stub.url, { timeoutMs: 600, totalMs: 4_500, ...over })),
    environment,
  );
const list = { method: 'GET', path: '/customers/C-1/orders' } as const;

describe('a shop system that does not behave', () => {
  it.each<StubMood>(['failing', 'garbage', 'cut', 'huge', 'redirect', 'drip'])(
    '%s: is unavailable, soon',
    async (mood) => {
      stub.mood = mood;
      await expect(createShopClient(configOf()).call(list)).rejects.toMatchObject({ code: 'shop_unavailable' });
      expect(stub.asked).toHaveLength(2);
      expect(stub.asked.every(({ path }) => path === list.path)).toBe(true);
    },
  );

  it('is waited for while it is only slow', async () => {
    stub.mood = 'slow';
    await expect(createShopClient(configOf()).call(list)).resolves.toMatchObject({ data: [{}, {}] });
  });

  it('is left alone after five failures in a row', async () => {
    stub.mood = 'failing';
    const client = createShopClient(configOf());
    for (let call = 0; call < 5; call++) await client.call(list).catch(() => undefined);
    const before = stub.asked.length;
    await expect(client.call(list)).rejects.toMatchObject({ code: 'shop_unavailable' });
    expect(stub.asked).toHaveLength(before);
  });

  it('gets no more requests at once than it is said to bear', async () => {
    stub.mood = 'slow';
    const client = createShopClient(configOf({ concurrency: 1 }));
    const calls = await Promise.allSettled(Array.from({ length: 9 }, () => client.call(list)));
    expect(calls.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(4);
  });
});

it('reaches private addresses only where the description says so', async () => {
  const client = createShopClient(configOf({ allowPrivateNetwork: false }));
  await expect(client.call(list)).rejects.toMatchObject({ code: 'shop_unavailable' });
  const byName = createShopClient(
    configOf({ allowPrivateNetwork: false, baseUrl: stub.url.replace('127.0.0.1', 'localhost') }),
  );
  await expect(byName.call(list)).rejects.toMatchObject({ code: 'shop_unavailable' });
  expect(stub.asked).toEqual([]);
});

it('lets no id change the path', () => {
  expect(fillPath('/c/{customerId}/orders', { customerId: '../admin?x#y' })).toBe('/c/..%2Fadmin%3Fx%23y/orders');
  expect(fillPath('/c/{customerId}/orders', { customerId: '..' })).toBe('/c/%2E%2E/orders');
});

describe('a write', () => {
  const change = {
    confirmationId: 'key-1',
    customerId: 'C-1',
    action: 'cancel_order',
    args: { reason: 'too "late"' },
    order: { id: 'WX-90002' },
  };

  it('carries its key, its arguments and the shop’s secret, and is read back', async () => {
    const config = configOf();
    await createShopWrites({ client: createShopClient(config), config })(change);
    expect(stub.asked).toEqual([
      {
        method: 'POST',
        path: '/orders/WX-90002/cancel',
        key: 'key-1',
        auth: 'Bearer s3cret',
        body: { reason: 'too "late"', by: 'customer C-1' },
      },
      { method: 'GET', path: '/orders/WX-90002', key: undefined, auth: 'Bearer s3cret', body: undefined },
    ]);
  });

  it('is not done when the order, read back, does not show it', async () => {
    const config = configOf({
      writes: { cancel_order: { path: '/products/{orderId}', expect: { status: 'cancelled' } } },
    });
    const order = { id: 'WX-90001' };
    await expect(
      createShopWrites({ client: createShopClient(config), config })({ ...change, order }),
    ).rejects.toMatchObject({ code: 'shop_unavailable' });
  });

  it('that the shop has no call for is refused', async () => {
    const config = configOf();
    const act = createShopWrites({ client: createShopClient(config), config });
    await expect(act({ ...change, action: 'change_items' })).rejects.toMatchObject({ code: 'shop_refused' });
    expect(stub.asked).toEqual([]);
  });
});

it('names every fault of a description', () => {
  const text = JSON.stringify(
    stubShopDescription('ftp://x', { totalMs: 60_000, orders: { list: '/o/{who}', map: { id: 'number' } }, colour: 1 }),
  );
  const faults = (() => {
    try {
      parseShopApi('shop-api.json', text, environment);
      return '';
    } catch (error) {
      return String(error);
    }
  })();
  for (const part of ['baseUrl', 'totalMs', 'orders.list', 'orders.map', 'colour']) expect(faults).toContain(part);
  expect(() => parseShopApi('x', JSON.stringify(stubShopDescription('https://x.example')), () => undefined)).toThrow(
    /SHOP_TOKEN/,
  );
});
