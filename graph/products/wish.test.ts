import { expect, it } from 'vitest';
import type { Product, ProductStore } from '../../stores/products.ts';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { readDialogue } from '../dialogue.ts';
import { readWish } from './wish.ts';

const lock = (id: string, price: number): Product =>
  ({ id, price, variants: [], name: { zh: id, en: id } }) as unknown as Product;
const LOCKS = [lock('u', 48), lock('cable', 19)];
const products = {
  byIds: async (ids: string[]) => LOCKS.filter(({ id }) => ids.includes(id)),
  ofSameKind: async () => LOCKS,
} as unknown as ProductStore;

const wish = (text: string, focusProductIds: string[], slots: Partial<UnderstoodRequest['slots']> = {}) => {
  const request: UnderstoodRequest = {
    text,
    intent: 'recommend_product',
    route: 'recommend',
    confidence: 1,
    slots: slotsSchema.parse(slots),
    isQuestion: false,
    alternatives: [],
  };
  return readWish({ request, dialogue: readDialogue({ focusProductIds }), products });
};

it.each(['alternatives?', 'for getting to work', '送人用的'])(
  'what only narrows a wish keeps its kind: %s',
  async (text) => {
    expect((await wish(text, ['u'])).productIds).toEqual(['u', 'cable']);
    expect((await wish(text, [])).productIds).toBeUndefined();
  },
);

it('which is cheaper sets the one in view beside its kind', async () => {
  expect((await wish('which is cheaper', ['cable'])).maxPrice).toBeGreaterThan(19);
  expect((await wish('something cheaper', ['cable'])).maxPrice).toBeLessThan(19);
});

it('accessories are a kind of their own where the shop has such a kind and it is named, else what goes with what is in view', async () => {
  const named = { categories: [{ category: 'bike accessories', productIds: ['u'], score: 1 }] };
  expect((await wish('recommend bike accessories', ['cable'], named)).productIds).toEqual(['u']);
  const all = { categories: [{ category: 'accessories', productIds: ['u'], score: 1 }] };
  expect(await wish('any accessories?', ['cable'], all)).toEqual({ viewedProductIds: ['cable'] });
  expect(await wish('any accessories for it?', ['cable'])).toEqual({ viewedProductIds: ['cable'] });
});

it('an amount alone is what may be spent', async () => {
  expect(
    (await wish('a present for my brother, 40 quid', [], { money: [{ amount: 40, currency: 'GBP' }] })).maxPrice,
  ).toBe(40);
  expect((await wish('a present', [])).maxPrice).toBeUndefined();
});

it('an everyday word of one name stands for the goods that are called so, not for all of its category', async () => {
  const all = ['Wool Scarf', 'Leather Gloves', 'Silk Scarf Ring'].map(
    (name, place) => ({ id: `${place}`, name, category: 'Accessories', price: 9, variants: [] }) as unknown as Product,
  );
  const shop = {
    byIds: async (ids: string[]) => all.filter(({ id }) => ids.includes(id)),
    ofSameKind: async () => all,
  } as unknown as ProductStore;
  const kind = async (text: string, score: number) => {
    const slots = slotsSchema.parse({ products: [{ productId: '1', score }] });
    const request = { ...{ text, intent: 'recommend_product', route: 'recommend' as const, confidence: 1 }, slots };
    const asked = { ...request, isQuestion: false, alternatives: [] };
    return (await readWish({ request: asked, dialogue: readDialogue({}), products: shop })).productIds;
  };
  expect(await kind('recommend some gloves under 50', 0.6)).toEqual(['1']);
  expect(await kind('recommend something like the leather gloves', 1)).toEqual(['0', '1', '2']);
});

it('a kind and a price are no words to look for, in figures or in Han', async () => {
  const categories = [{ category: '车锁', productIds: ['u', 'cable'], score: 1 }];
  expect((await wish('有没有三百以下的车锁', [], { categories, priceRange: { max: 300 } })).query).toBeUndefined();
  expect((await wish('300 以下的折叠车锁', [], { categories, priceRange: { max: 300 } })).query).toContain('折叠');
});
