import type { HitBody } from '../../../api/types.ts';

export type Leg = keyof HitBody['legs'];
export const LEGS: readonly Leg[] = ['lexical', 'vector', 'fused', 'rerank'];

/** The best score of each leg, against which its bars are drawn; 0 where it found nothing. */
export function bestScores(hits: HitBody[]): Record<Leg, number> {
  const best = (leg: Leg) => Math.max(0, ...hits.map(({ legs }) => legs[leg]?.score ?? 0));
  return { lexical: best('lexical'), vector: best('vector'), fused: best('fused'), rerank: best('rerank') };
}

/** Places that the rerank moved a passage up (positive) or down. */
export const movement = ({ legs }: HitBody): number => legs.fused.rank - legs.rerank.rank;

/** A feature's part of the whole, for a bar that grows from the middle: -1 to 1. */
export function shares<Feature extends { evidence: number }>(
  features: readonly Feature[],
): Array<Feature & { share: number }> {
  const most = Math.max(...features.map(({ evidence }) => Math.abs(evidence)), 0);
  return features
    .map((feature) => ({ ...feature, share: most === 0 ? 0 : feature.evidence / most }))
    .sort((a, b) => Math.abs(b.evidence) - Math.abs(a.evidence));
}

/** A score in as few digits as tell it apart. */
export const shortScore = (score: number): string =>
  Math.abs(score) >= 100 ? score.toFixed(0) : Math.abs(score) >= 1 ? score.toFixed(2) : score.toFixed(3);
