import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { createRecommendProductsTool } from './recommend-products.ts';

const product = (id: string, price: number, attributes: Record<string, unknown> = {}, stock = 5): Product =>
  ({ id, name: id, category: 'Things', description: '', price, stock, variants: [], attributes }) as unknown as Product;

const shelf = [
  product('coat', 289),
  product('scarf', 45, { complements: ['coat'] }),
  product('boots', 165),
  product('wax', 29, { complements: ['boots'] }),
  product('jacket', 149, { weight_kg: 2 }),
  product('sold-out', 120, {}, 0),
];

const toolFor = (bought: string[], relevant: Record<string, number> = {}) =>
  createRecommendProductsTool({
    products: {
      byIds: async (ids) => shelf.filter(({ id }) => ids.includes(id)),
      accessoriesOf: async (ids) =>
        shelf.filter(({ attributes }) => [attributes.complements].flat().some((id) => ids.includes(String(id)))),
      ofSameKind: async () => shelf,
    },
    purchases: {
      around: async () => ({ buyers: new Map([['jacket', 9]]), together: new Map(), bestSold: ['jacket'] }),
    },
    excluded: (one) => one.attributes.recommend === false,
    orders: {
      find: async () => [{ status: 'delivered', items: bought.map((product_id) => ({ product_id })) }],
    } as never,
    search: {
      run: async () =>
        shelf.flatMap((one) => (relevant[one.id] ? [{ product: one, relevance: relevant[one.id] ?? 0 }] : [])),
    } as never,
  });
const context = { caller: { kind: 'customer', id: 'c' }, language: 'en', now: new Date() } as never;
const ask = async (tool: ReturnType<typeof toolFor>, args: Record<string, unknown>) =>
  (await tool.run(tool.schema.parse(args), context)).map(({ product: { id }, reason }) => `${id} ${reason.kind}`);

it('offers the accessories of what is in view, and the thing itself never as an accessory of its accessory', async () => {
  expect(await ask(toolFor([]), { viewedProductIds: ['coat'] })).toEqual(['scarf goes_with']);
  const found = await ask(toolFor(['scarf']), {});
  expect(found).toContain('coat same_kind');
});

it('prefers what is nearer to the price that was named, and never goes above it', async () => {
  const found = await ask(toolFor([]), { productIds: ['coat', 'boots', 'wax'], maxPrice: 200 });
  expect(found).toEqual(['boots matches_needs', 'wax matches_needs']);
});

it('offers nothing by chance words, nothing sold out, sent back, excluded or owned', async () => {
  const relevant = { boots: 1, wax: 0.1, 'sold-out': 0.9, jacket: 0.5, coat: 0.6 };
  expect(await ask(toolFor(['boots']), { query: 'warm' })).not.toContain('boots same_kind');
  expect(await ask(toolFor(['boots']), { query: 'no such thing' })).not.toContain('coat matches_needs');
  expect(await ask(toolFor(['boots'], relevant), { query: 'warm' })).toEqual([
    'coat matches_needs',
    'jacket matches_needs',
  ]);
});

it('shows what the customer has when it is just what they ask for, and says so', async () => {
  const named = { query: 'warm boots', productIds: ['boots', 'wax', 'jacket'] };
  expect(await ask(toolFor(['boots'], { boots: 1, wax: 0.5 }), named)).toEqual([
    'boots bought_before',
    'wax matches_needs',
    'jacket matches_needs',
  ]);
  expect(await ask(toolFor(['boots'], { boots: 1, jacket: 0.9 }), named)).not.toContain('boots bought_before');
});

it('shows what the customer has rather than something that was not asked for, and nothing for another age', async () => {
  shelf.push(product('blocks', 12, { age: '1-3' }), product('chemistry', 30, { age: '10-14' }));
  const query = 'for a two year old';
  expect(await ask(toolFor([], { chemistry: 1 }), { query })).toEqual(['blocks matches_needs']);
  expect(await ask(toolFor(['blocks'], { jacket: 0.4 }), { query })).toEqual([
    'blocks bought_before',
    'jacket matches_needs',
  ]);
});

it('offers nothing beyond the limit that the message sets to a measure', async () => {
  const among = { query: 'jacket', productIds: ['jacket', 'boots'] };
  expect(await ask(toolFor([]), { ...among, said: 'a jacket weighing under 1 kg' })).toEqual(['boots matches_needs']);
  expect(await ask(toolFor([]), { ...among, said: 'a jacket weighing under 3 kg' })).toContain('jacket matches_needs');
});

it('offers what is of use only beside another thing to nobody without it', async () => {
  shelf.push(product('paper', 5, { complements: ['boots'], fits: 'Boots' }));
  expect((await ask(toolFor([]), { limit: 10 })).join()).not.toContain('paper');
  expect(await ask(toolFor([]), { viewedProductIds: ['boots'], limit: 10 })).toContain('paper goes_with');
  expect((await ask(toolFor(['boots']), { limit: 10 })).join()).toContain('paper');
});
