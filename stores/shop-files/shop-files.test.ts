import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readShopFiles, ShopFilesError } from './shop-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-shop-'));
});
afterEach(() => rm(folder, { recursive: true }));

const shop = { name: 'Bean & Leaf', currency: 'eur', timeZone: 'Europe/Berlin' };
const order = {
  id: 'A-1',
  customerId: 7,
  status: 'Shipped',
  placedAt: '2026-03-01 09:30',
  items: [{ productId: 'T1', quantity: '2', unitPrice: '4.50' }],
};

const write = (files: Record<string, unknown>) =>
  Promise.all(
    Object.entries(files).map(([name, value]) =>
      writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value)),
    ),
  );

const faultsOf = async (): Promise<string[]> => {
  const error = await readShopFiles(folder).catch((thrown: unknown) => thrown);
  if (!(error instanceof ShopFilesError)) throw new Error('expected faults', { cause: error });
  return error.faults;
};

describe('a shop that leaves things out', () => {
  it('is read with what it has', async () => {
    await write({
      'shop.json': { ...shop, founded: 1998 },
      'products.json': [
        {
          id: 'T1',
          name: { zh: '绿茶', en: 'Green tea' },
          price: '4.50',
          stock: null,
          variants: null,
          origin: 'Japan',
        },
        { id: 2, name: '杯子', price: 12, variants: [{ id: 'M-1', options: { size: 350, colour: { zh: '白' } } }] },
      ],
      'customers.json': [{ id: 7, name: 'Ada', phone: 15550100, addresses: { city: 'Berlin' } }],
      'orders.json': [{ ...order, giftWrap: true }],
    });
    const files = await readShopFiles(folder);
    expect(files.shop).toMatchObject({ name: 'Bean & Leaf', currency: 'EUR', locales: ['zh', 'en'] });
    expect(files.products[0]).toMatchObject({ price: 4.5, stock: null, variants: [], origin: 'Japan' });
    expect(files.products[1]).toMatchObject({
      id: '2',
      variants: [{ id: 'M-1', price: null, stock: null, options: { size: 350, colour: { zh: '白' } } }],
    });
    expect(files.customers[0]).toMatchObject({ id: '7', phone: '15550100', addresses: [{ city: 'Berlin' }] });
    expect(files.orders[0]).toMatchObject({
      status: 'shipped',
      giftWrap: true,
      total: null,
      items: [{ name: { zh: '绿茶', en: 'Green tea' }, quantity: 2, unitPrice: 4.5 }],
    });
    expect(files.policy).toEqual({});
  });

  it('may have neither customers nor orders', async () => {
    await write({ 'shop.json': shop, 'products.json': [] });
    await expect(readShopFiles(folder)).resolves.toMatchObject({ customers: [], orders: [] });
  });
});

describe('a shop that does not fit', () => {
  it('is refused with every file, row, field and expectation named', async () => {
    await write({
      'shop.json': { name: 'x', currency: 'Euro', timeZone: 'Mars/Olympus' },
      'products.json': [
        { id: 'P1', name: 'a', price: 1 },
        { id: 'P2', name: 'b', price: 'cheap', stock: 1.5 },
        { id: 'P1', name: { de: 'c' }, price: -1 },
      ],
      'customers.json': [{ id: 'C1', name: 'Ada' }],
      'orders.json': [
        { ...order, customerId: 'C9' },
        {
          ...order,
          id: 'A-2',
          customerId: 'C1',
          status: 'lost',
          placedAt: '2026-02-30',
          items: [{ name: 'a', quantity: 0, unitPrice: 1 }],
          shipments: [{ events: [{ at: 'yesterday' }] }],
        },
        'row',
      ],
    });
    expect(await faultsOf()).toEqual([
      'shop.json: currency: expected a currency code of ISO 4217, such as CNY, got "Euro"',
      'shop.json: timeZone: expected a time zone of the IANA list, such as Asia/Shanghai, got "Mars/Olympus"',
      'products.json, row 2 (id P2), price: expected an amount of 0 or more, such as 12.50, got "cheap"',
      'products.json, row 2 (id P2), stock: expected a whole number, or null where it is not counted, got 1.5',
      'products.json, row 3 (id P1), id: is in the file twice',
      'products.json, row 3 (id P1), name: expected a text, or {"zh": …, "en": …}, got {"de":"c"}',
      'products.json, row 3 (id P1), price: expected an amount of 0 or more, such as 12.50, got -1',
      'orders.json, row 2 (id A-2), status: expected one of pending, paid, processing, shipped, delivered, completed, cancelled, returned, got "lost"',
      'orders.json, row 2 (id A-2), placedAt: expected a date in ISO 8601, such as 2026-11-20T09:30:00+08:00, got "2026-02-30"',
      'orders.json, row 2 (id A-2), items[0].quantity: expected a whole number of 1 or more, got 0',
      'orders.json, row 2 (id A-2), shipments[0].events[0].at: expected a date in ISO 8601, such as 2026-11-20T09:30:00+08:00, got "yesterday"',
      'orders.json, row 3, expected an object, got "row"',
      'orders.json, row 1 (id A-1), customerId: expected a customer of customers.json, got "C9"',
      'orders.json, row 1 (id A-1), items[0].name: expected a text, or a known productId',
    ]);
  });

  it('names files that are missing or not JSON, and a list that is none', async () => {
    await write({ 'shop.json': '{"name": ', 'orders.json': {} });
    const faults = await faultsOf();
    expect(faults).toEqual([
      expect.stringMatching(/^shop\.json: is not valid JSON: /),
      'products.json: is missing',
      'orders.json: expected a list of rows, got {}',
    ]);
  });

  it('names a file that can’t be read or is no UTF-8 once, and not each order that names a customer of it', async () => {
    await mkdir(join(folder, 'products.json'));
    // 你好 in GBK, where a lenient reader would take replacement characters for a name.
    const gbk = Buffer.concat([
      Buffer.from('[{"id": 7, "name": "'),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from('"}]'),
    ]);
    await writeFile(join(folder, 'customers.json'), gbk);
    await write({
      'shop.json': shop,
      'orders.json': [{ ...order, items: [{ name: 'Tea', quantity: 1, unitPrice: 4 }] }],
      'policy.json': 7,
    });
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/^products\.json: can't be read: EISDIR/),
      'customers.json: is not UTF-8 text: save it as UTF-8',
      'policy.json: expected an object, got 7',
    ]);
    await rm(join(folder, 'customers.json'));
    expect(await faultsOf()).toContain('customers.json: is missing, and orders.json names its customers');
  });

  it('is read in UTF-16 where its first bytes say so', async () => {
    await write({ 'shop.json': shop });
    await writeFile(
      join(folder, 'products.json'),
      Buffer.from('\uFEFF[{"id": 1, "name": "绿茶", "price": 4}]', 'utf16le'),
    );
    expect((await readShopFiles(folder)).products[0]?.name).toBe('绿茶');
  });
});
