import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { toldOfNone } from './told-of-none.ts';

const tent = {
  ...{ id: 'T', name: { zh: '山雀双人帐篷', en: 'Titmouse Tent' }, category: { zh: '帐篷', en: 'Tents' }, price: 9 },
  ...{ description: { zh: '防水，带前厅。', en: 'Waterproof, with a porch.' }, variants: [], attributes: {} },
} as unknown as Product;

it.each([
  '能充气的帐篷',
  '带烟囱的帐篷',
  '哪款帐篷适合沙漠',
  'which tent is best for deserts',
  'a tent with a stove jack',
])('no row tells of what is wished: %s', (wish) => expect(toldOfNone(wish, [tent])).toBe(true));

it.each([
  '带前厅的帐篷',
  '有现货的帐篷',
  '有便宜点的帐篷吗',
  '适合两个人的帐篷',
  'a tent with a porch',
  'a tent with free shipping',
])('it is told, or no feature: %s', (wish) => expect(toldOfNone(wish, [tent])).toBe(false));
