import { describe, expect, it } from 'vitest';
import type { Order } from '../stores/orders.ts';
import type { Product } from '../stores/products.ts';
import { promotionSchema } from '../stores/shop-files/schema.ts';
import { createCheckPromotionsTool } from './check-promotions.ts';

const product = (id: string, category: string): Product => ({
  ...{ id, name: id, category, description: '', price: 10, stock: null, variants: [], attributes: {} },
});
const ROWS = [
  {
    id: 'a',
    code: 'TEA-10',
    name: 'Tea week',
    gives: '10% off',
    from: '2026-03-01',
    to: '2026-03-07',
    categories: 'Tea',
  },
  { id: 'b', name: 'Spring', gives: 'free gift', from: '2026-04-01', exceptProducts: [7], oncePerCustomer: 'true' },
].map((row) => promotionSchema.parse({ ...row, categories: row.categories ? [row.categories] : [] }));
const order: Order = {
  ...{
    id: 'O1',
    customer_id: 'c',
    status: 'paid',
    placed_at: new Date('2026-03-02'),
    total: 1,
    shipping_address: null,
  },
  ...{ shipments: [], payments: [], refunds: [], invoices: [], items: [], extra: { couponCode: 'tea10' } },
};
const check = (
  rows: typeof ROWS | null,
  args: { code?: string; productIds?: string[] },
  now: string,
  kind = 'customer',
) =>
  createCheckPromotionsTool({
    promotions: { all: async () => rows },
    products: {
      byIds: async (ids) => [product('green', 'Tea'), product('7', 'Cups')].filter(({ id }) => ids.includes(id)),
    },
    orders: { find: async () => [order] },
    timeZone: 'Asia/Shanghai',
  }).run(args, {
    caller: { kind: kind === 'customer' ? 'customer' : 'visitor', id: 'c' },
    language: 'en',
    now: new Date(now),
  });

describe('promotions', () => {
  it.each([
    ['2026-02-28T15:59:00Z', 'upcoming'],
    ['2026-02-28T16:00:00Z', 'valid'],
    ['2026-03-07T15:59:59Z', 'valid'],
    ['2026-03-07T16:00:00Z', 'ended'],
  ])('holds for whole days of the shop’s time zone: %s', async (now, state) => {
    const found = await check(ROWS, { code: 'tea 10' }, now);
    expect(found?.offers.map((offer) => offer.state)).toEqual([state]);
  });
  it('tells which products it holds for and which not', async () => {
    const [tea, spring] = (await check(ROWS, { productIds: ['green', '7'] }, '2026-03-02'))?.offers ?? [];
    expect([tea?.covers, tea?.excludes]).toEqual([['green'], ['7']]);
    expect([spring?.covers, spring?.excludes]).toEqual([['green'], ['7']]);
  });
  it('knows in which own order a code for once was used; a visitor has none', async () => {
    const once = ROWS.map((row) => ({ ...row, oncePerCustomer: true }));
    const usedIn = async (kind: string) =>
      (await check(once, { code: 'TEA10' }, '2026-03-02', kind))?.offers[0]?.usedIn;
    expect(await usedIn('customer')).toBe('O1');
    expect(await usedIn('visitor')).toBeNull();
  });
  it('knows no such code, or no list at all', async () => {
    expect(await check(ROWS, { code: 'NOPE' }, '2026-03-02')).toEqual({ offers: [] });
    expect(await check(null, { code: 'TEA10' }, '2026-03-02')).toBeNull();
  });
});
