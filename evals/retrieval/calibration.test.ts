import { expect, it } from 'vitest';
import { calibration } from './calibration.ts';

it('tells sure and right from sure and wrong', () => {
  const right = calibration([
    { p: 1, y: true },
    { p: 0, y: false },
  ]);
  const wrong = calibration([
    { p: 0.9, y: false },
    { p: 0.9, y: true },
  ]);
  expect([right.brier, right.ece]).toEqual([0, 0]);
  expect(wrong.brier).toBeCloseTo(0.41);
  expect(wrong.ece).toBeCloseTo(0.4);
  expect(wrong.bins[9]).toMatchObject({ count: 2, observed: 0.5 });
});
