import { expect, it } from 'vitest';
import { confusionOf, mostConfused } from './confusion.ts';

const pairs = [
  ['refund', 'refund'],
  ['refund', 'return'],
  ['refund', 'return'],
  ['return', 'greeting'],
  ['cancel', 'return'],
  ['cancel', 'cancel'],
] as const;

it('counts what should have been what, and what was only ever answered', () => {
  expect(confusionOf('intent', pairs)).toEqual({
    name: 'intent',
    labels: ['cancel', 'greeting', 'refund', 'return'],
    counts: [
      [1, 0, 0, 1],
      [0, 0, 0, 0],
      [0, 0, 1, 2],
      [0, 1, 0, 0],
    ],
  });
});

it('names first what is taken for something else most often, then what nearly always is', () => {
  expect(mostConfused(confusionOf('intent', pairs))).toEqual([
    { expected: 'refund', actual: 'return', count: 2, total: 3 },
    { expected: 'return', actual: 'greeting', count: 1, total: 1 },
    { expected: 'cancel', actual: 'return', count: 1, total: 2 },
  ]);
  expect(mostConfused(confusionOf('intent', [['a', 'a']]))).toEqual([]);
});
