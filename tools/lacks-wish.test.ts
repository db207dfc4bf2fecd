import { expect, it } from 'vitest';
import type { Product } from '../stores/products.ts';
import { lacksWish } from './lacks-wish.ts';

const plant = (attributes: Record<string, unknown>): Product => ({ id: 'p', name: 'Plant', attributes }) as Product;

it('leaves out what its own row says no to, in either language', () => {
  expect(lacksWish(plant({ pet_safe: false }), 'something safe for dogs')).toBe(true);
  expect(lacksWish(plant({ waterproof: false }), '防水的')).toBe(true);
  expect(lacksWish(plant({ wireless: 'No' }), 'a wireless one')).toBe(true);
});

it('keeps what says yes, and what is silent or of something else', () => {
  expect(lacksWish(plant({ pet_safe: true }), 'something safe for dogs')).toBe(false);
  expect(lacksWish(plant({ height_cm: 40 }), 'something safe for dogs')).toBe(false);
  expect(lacksWish(plant({ waterproof: false }), 'a present for my aunt')).toBe(false);
});
