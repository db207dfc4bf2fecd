import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { slotsSchema } from '../../understanding/types.ts';
import { whichHave } from './which-have.ts';

const plant = (id: string, attributes: Record<string, unknown>): Product =>
  ({ id, name: id, attributes }) as unknown as Product;
const shelf = [
  plant('monstera', { pet_safe: false }),
  plant('calathea', { pet_safe: true }),
  plant('pot', { waterproof: true }),
];
const ids = async (text: string, of: string[] = []) => {
  const categories = of.length > 0 ? [{ category: 'plants', productIds: of, score: 0.9 }] : [];
  const found = await whichHave({ text, slots: slotsSchema.parse({ categories }) }, { all: async () => shelf });
  return found.map(({ product, key }) => `${product.id} ${key}`);
};

it('lists the products whose rows say yes to what is asked', async () => {
  expect(await ids('which plants are pet safe?', ['monstera', 'calathea'])).toEqual(['calathea pet_safe']);
  expect(await ids('哪些是防水的')).toEqual(['pot waterproof']);
});

it('lists nothing for other questions', async () => {
  expect(await ids('is the monstera pet safe?')).toEqual([]);
  expect(await ids('which pot is the biggest?')).toEqual([]);
});
