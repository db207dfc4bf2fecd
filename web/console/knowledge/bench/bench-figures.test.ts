import { expect, test } from 'vitest';
import type { HitBody } from '../../../api/types.ts';
import { bestScores, movement, shares, shortScore } from './bench-figures.ts';

const leg = (rank: number, score: number) => ({ rank, score });
const hit = (lexical: number | null, fused: number, rerank: number): HitBody => ({
  ...{ id: 'p', kind: 'document', documentId: 'd', title: 't', page: null, heading: null, text: '', language: 'en' },
  ...{ audience: 'public', rank: rerank, score: 1, evidence: 0.5 },
  legs: {
    lexical: lexical === null ? null : leg(1, lexical),
    vector: null,
    fused: leg(fused, 0.1),
    rerank: leg(rerank, 2),
  },
});

test('bars are drawn against the best of each leg', () => {
  expect(bestScores([hit(4, 1, 1), hit(null, 2, 2), hit(9, 3, 3)])).toEqual({
    ...{ lexical: 9, vector: 0, fused: 0.1, rerank: 2 },
  });
});

test('the rerank moves a passage up or down', () =>
  expect([hit(1, 31, 1), hit(1, 1, 4)].map(movement)).toEqual([30, -3]));

test('features are told by their weight, those that take away too', () => {
  const features = [{ evidence: 0.5 }, { evidence: -2 }, { evidence: 0 }];
  expect(shares(features).map(({ share }) => share)).toEqual([-1, 0.25, 0]);
  expect(shares([{ evidence: 0 }])).toEqual([{ evidence: 0, share: 0 }]);
});

test('scores are short', () => expect([0.01136, 5.857, 312.4].map(shortScore)).toEqual(['0.011', '5.86', '312']));
