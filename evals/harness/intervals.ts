import { seeded } from '../../testing/seeded.ts';
import type { Metric } from './suite.ts';

const Z95 = 1.959964;
const RESAMPLES = 1000;

/** Wilson's 95 % interval of a share of `n`; the whole of [0, 1] for none. */
export function wilson(share: number, n: number): [number, number] {
  if (n === 0) return [0, 1];
  const z2 = Z95 ** 2;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** 95 % interval of the mean by resampling whole cases, each with the mean of its repeats; the same for a seed. */
export function bootstrap(means: number[], seed = 1): [number, number] {
  if (means.length === 0) return [0, 1];
  const random = seeded(seed);
  const draws = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < means.length; i++) sum += means[Math.floor(random() * means.length)] ?? 0;
    return sum / means.length;
  }).sort((a, b) => a - b);
  return [draws[Math.floor(RESAMPLES * 0.025)] ?? 0, draws[Math.ceil(RESAMPLES * 0.975) - 1] ?? 1];
}

/** The metric with its interval, where it is a share of a known number. */
export const withInterval = (metric: Metric): Metric =>
  metric.interval || metric.n === undefined || metric.value < 0 || metric.value > 1
    ? metric
    : { ...metric, interval: wilson(metric.value, metric.n) };
