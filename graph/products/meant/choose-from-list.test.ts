import { expect, it } from 'vitest';
import type { Product, ProductStore } from '../../../stores/products.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { chosenFromList } from './choose-from-list.ts';

const product = (id: string, en: string, zh: string, price: number): Product =>
  ({ id, name: { en, zh }, price, category: 'Audio', variants: [] }) as unknown as Product;
const goods = [product('lite', 'Lite Earbuds', '轻享耳机', 149), product('wired', 'Wired Earphones', '有线耳机', 59)];
const byIds = async (ids: string[]) => ids.flatMap((id) => goods.find((one) => one.id === id) ?? []);
const products = { byIds } as unknown as ProductStore;
const chosen = async (text: string, place?: { from: 'start' | 'end'; n: number }) =>
  (await chosenFromList({ text, slots: slotsSchema.parse({ ordinal: place }) }, ['lite', 'wired'], products))?.id;

it('takes one of a list by its place, its price or a word of its name', async () => {
  expect(await chosen('the second one', { from: 'start', n: 2 })).toBe('wired');
  expect(await chosen('第一个', { from: 'start', n: 1 })).toBe('lite');
  expect(await chosen('最后一个吧', { from: 'end', n: 1 })).toBe(undefined);
  expect(await chosen('the cheaper one')).toBe('wired');
  expect(await chosen('便宜点的那个')).toBe('wired');
  expect(await chosen('the wired one please')).toBe('wired');
});

it('chooses nothing where another wish is said or the list has no such place', async () => {
  expect(await chosen('cheaper')).toBeUndefined();
  expect(await chosen('what about delivery')).toBeUndefined();
  expect(await chosen('第五个', { from: 'start', n: 5 })).toBeUndefined();
});
