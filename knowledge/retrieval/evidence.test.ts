import { expect, it } from 'vitest';
import { besideOwn } from './evidence.ts';

it('takes another language’s passage for less sure where the customer’s own has one that may answer', () => {
  expect(besideOwn(0.8, 0)).toBeCloseTo(0.8);
  expect(besideOwn(0.8, 0.6)).toBeLessThan(besideOwn(0.8, 0.3));
  expect(besideOwn(0.8, 0.3)).toBeLessThan(0.8);
});

it('leaves what is sure and what is ruled out as they are', () => {
  expect([besideOwn(1, 0.9), besideOwn(0, 0.9)]).toEqual([1, 0]);
});
