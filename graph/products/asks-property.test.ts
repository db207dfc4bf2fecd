import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { slotsSchema } from '../../understanding/types.ts';
import { asksProperty } from './asks-property.ts';

const torch = {
  ...{ id: 't1', name: { zh: '夜行 手电筒', en: 'Nightwalk Torch' }, category: { zh: '手电', en: 'Torches' } },
  ...{ description: '', price: 20, stock: 3, variants: [], attributes: { battery: '2 × AA' } },
} as unknown as Product;

const asks = (text: string, categories: { category: string; productIds: string[]; score: number }[] = []) =>
  asksProperty(
    { text, isQuestion: true, slots: slotsSchema.parse({ products: [{ productId: 't1', score: 0.9 }], categories }) },
    { products: { byIds: async () => [torch] }, language: 'zh' },
  );

it('tells a property of the product that is named from goods to go with it', async () => {
  expect(await asks('夜行手电筒用什么电池')).toBe(true);
  expect(await asks('夜行手电筒送人合适吗')).toBe(false);
  expect(await asks('夜行手电筒配什么电池', [{ category: '电池', productIds: ['b1'], score: 1 }])).toBe(false);
});
