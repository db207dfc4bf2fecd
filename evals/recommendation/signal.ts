import { pick, seeded } from '../../testing/seeded.ts';
import type { LeftOut } from './leave-last-out.ts';

const DRAWS = 400;
const SEED = 11;

/** What a shop's orders hold for any recommender. */
export interface Signal {
  /** Share of last orders met when each customer's list is held against somebody else's last order: 2.5 %, mean, 97.5 %. */
  byStrangers: [low: number, mean: number, high: number];
  /** The share met is above what strangers' orders give: earlier orders tell something of the next. */
  tells: boolean;
}

/** Whether lists made from customers' own orders meet their own next order more often than a stranger's. */
export function signalOf(results: readonly Pick<LeftOut, 'found' | 'expected' | 'recommended'>[]): Signal {
  const random = seeded(SEED);
  const shares = Array.from({ length: DRAWS }, () => {
    const met = results.filter(({ found }) => pick(random, results).expected.some((id) => found.includes(id))).length;
    return met / results.length;
  }).sort((a, b) => a - b);
  const at = (share: number): number => shares[Math.floor(share * (DRAWS - 1))] ?? 0;
  const own = results.filter(({ recommended }) => recommended).length / results.length;
  const high = at(0.975);
  return {
    byStrangers: [at(0.025), shares.reduce((sum, one) => sum + one, 0) / DRAWS, high],
    tells: own > high,
  };
}
