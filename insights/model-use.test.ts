import { expect, it } from 'vitest';
import { costOf, modelUse } from './model-use.ts';

it('takes the average of the turns that asked for what the others saved', () => {
  const use = modelUse({ turns: 4, sparedTurns: 10, input: 4_000, output: 400 });
  expect(use).toMatchObject({ savedInput: 10_000, savedOutput: 1_000 });
  expect(costOf(use, { currency: 'CNY', input: 2, output: 8 })).toEqual({
    currency: 'CNY',
    spent: (4_000 * 2 + 400 * 8) / 1e6,
    saved: (10_000 * 2 + 1_000 * 8) / 1e6,
  });
});

it('claims nothing while no turn asked, and no money without a price', () => {
  const use = modelUse({ turns: 0, sparedTurns: 10, input: 0, output: 0 });
  expect(use).toMatchObject({ savedInput: 0, savedOutput: 0 });
  expect(costOf(use, { currency: 'USD', input: null, output: null })).toBeNull();
});
