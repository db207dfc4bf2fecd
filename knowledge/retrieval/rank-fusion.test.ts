import { expect, it } from 'vitest';
import { fuseRanks } from './rank-fusion.ts';

it('ranks highest what both lists have near their top', () => {
  const fused = fuseRanks([
    { ids: ['a', 'b', 'c'], weight: 1 },
    { ids: ['b', 'd'], weight: 1 },
  ]);
  expect(fused.map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c']);
  expect(fused[0]?.score).toBeCloseTo(1 / 62 + 1 / 61);
});

it('lets a light list only break ties', () => {
  const fused = fuseRanks([
    { ids: ['a', 'b'], weight: 1 },
    { ids: ['c', 'b'], weight: 0.4 },
  ]);
  expect(fused.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});
