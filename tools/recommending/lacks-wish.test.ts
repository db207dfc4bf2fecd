import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { lacksWish } from './lacks-wish.ts';

const plant = (attributes: Record<string, unknown>): Product => ({ id: 'p', name: 'Plant', attributes }) as Product;

it('leaves out what its own row says no to, in either language', () => {
  expect(lacksWish('something safe for dogs')(plant({ pet_safe: false }))).toBe(true);
  expect(lacksWish('防水的')(plant({ waterproof: false }))).toBe(true);
  expect(lacksWish('a wireless one')(plant({ wireless: 'No' }))).toBe(true);
});

it('keeps what says yes, and what is silent or of something else', () => {
  expect(lacksWish('something safe for dogs')(plant({ pet_safe: true }))).toBe(false);
  expect(lacksWish('something safe for dogs')(plant({ height_cm: 40 }))).toBe(false);
  expect(lacksWish('a present for my aunt')(plant({ waterproof: false }))).toBe(false);
});

it('takes a row that says "free of it" for a no to what it is free of, and only to that', () => {
  expect(lacksWish('a serum with fragrance')(plant({ fragrance_free: 'yes' }))).toBe(true);
  expect(lacksWish('a fragrance free serum')(plant({ fragrance_free: 'yes' }))).toBe(false);
  expect(lacksWish('a fragrance free serum')(plant({ fragrance_free: { zh: '否', en: 'no' } }))).toBe(true);
});
