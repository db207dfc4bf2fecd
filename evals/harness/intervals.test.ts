import { expect, it } from 'vitest';
import { bootstrap, wilson } from './intervals.ts';

it('knows how sure a share is', () => {
  // Known values of Wilson's interval.
  expect(wilson(0.5, 100).map((end) => end.toFixed(3))).toEqual(['0.404', '0.596']);
  expect(wilson(1, 10).map((end) => end.toFixed(3))).toEqual(['0.722', '1.000']);
  expect(wilson(0, 0)).toEqual([0, 1]);
});

it('resamples to the same interval every time, narrower with more cases', () => {
  const few = [1, 1, 0, 1, 0.5];
  const many = Array.from({ length: 40 }, () => few).flat();
  expect(bootstrap(few)).toEqual(bootstrap(few));
  const width = ([low, high]: [number, number]) => high - low;
  expect(width(bootstrap(many))).toBeLessThan(width(bootstrap(few)) / 3);
  expect(bootstrap([1, 1, 1])).toEqual([1, 1]);
});
