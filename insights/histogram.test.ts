import { expect, it } from 'vitest';
import { quantileOf } from './histogram.ts';

it('gives exact quantiles by nearest rank', () => {
  const histogram = [
    { value: 100, n: 1 },
    { value: 5, n: 90 },
    { value: 20, n: 9 },
  ];
  expect([0.5, 0.9, 0.95, 1].map((q) => quantileOf(histogram, q))).toEqual([5, 5, 20, 100]);
  expect(quantileOf([], 0.5)).toBeNull();
});
