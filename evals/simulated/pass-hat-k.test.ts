import { expect, it } from 'vitest';
import { meanPassHatK, passHatK } from './pass-hat-k.ts';

it('is the chance that k trials drawn from a task all passed', () => {
  expect(passHatK({ passed: 8, trials: 8 }, 8)).toBe(1);
  expect(passHatK({ passed: 7, trials: 8 }, 8)).toBe(0);
  expect(passHatK({ passed: 6, trials: 8 }, 1)).toBeCloseTo(6 / 8);
  // 6 choose 2 of 8 choose 2.
  expect(passHatK({ passed: 6, trials: 8 }, 2)).toBeCloseTo(15 / 28);
});

it('says nothing of tasks with fewer trials', () => {
  expect(passHatK({ passed: 2, trials: 2 }, 3)).toBeUndefined();
  expect(meanPassHatK([{ passed: 2, trials: 2 }], 3)).toBeUndefined();
  const tasks = [
    { passed: 2, trials: 2 },
    { passed: 0, trials: 3 },
    { passed: 3, trials: 3 },
  ];
  expect(meanPassHatK(tasks, 3)).toBeCloseTo(1 / 2);
  expect(meanPassHatK(tasks, 1)).toBeCloseTo(2 / 3);
});
