import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { createCompareProductsTool } from './compare-products.ts';

const mug: Product = {
  id: 'mug',
  name: { zh: '马克杯', en: 'Mug' },
  category: 'Cups',
  description: 'Holds soup too.',
  price: 20,
  stock: null,
  variants: [
    { id: 'mug-s', options: { size: 'S' }, price: 20, stock: 0 },
    { id: 'mug-l', options: { size: 'L' }, price: 28, stock: 4 },
  ],
  attributes: { capacity_ml: 300, dishwasher_safe: true, material: 'stoneware' },
};
const cup: Product = {
  ...mug,
  id: 'cup',
  name: { zh: '茶杯', en: 'Tea cup' },
  price: 15,
  stock: 0,
  variants: [],
  attributes: { capacity_ml: 150, dishwasher_safe: true },
};
const tool = createCompareProductsTool({
  products: { byIds: async (ids) => [mug, cup].filter(({ id }) => ids.includes(id)) },
  currency: 'USD',
});
const context = { caller: { kind: 'visitor' as const, id: 'v' }, language: 'en' as const, now: new Date() };

it('sets price, stock and common properties side by side, what differs before what is alike', async () => {
  const card = await tool.run({ productIds: ['mug', 'cup'] }, context);
  expect(card?.products.map(({ id }) => id)).toEqual(['mug', 'cup']);
  expect(card?.rows.slice(0, 5)).toEqual([
    { label: 'Price', values: ['$20 – $28', '$15'], differs: true },
    { label: 'Availability', values: ['in stock', 'out of stock at the moment'], differs: true },
    { label: 'capacity', values: ['300 ml', '150 ml'], differs: true },
    { label: 'dishwasher safe', values: ['yes', 'yes'], differs: false },
    { label: 'Choices', values: ['S / L', '—'], differs: true },
  ]);
});

it('compares nothing with a product that is not there', async () => {
  expect(await tool.run({ productIds: ['mug', 'gone'] }, context)).toBeNull();
});
