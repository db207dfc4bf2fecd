import type { EvalRun } from '../harness/report.ts';
import type { Metric } from '../harness/suite.ts';

export type SuiteReport = EvalRun['suites'][number];

export const isShare = (value: number): boolean => value >= 0 && value <= 1;

/** "97.3 %" for shares, else the number. */
export const shown = (value: number): string =>
  isShare(value) ? `${(value * 100).toFixed(value === 1 || value === 0 ? 0 : 1)} %` : value.toFixed(2);

/** "+1.3", "−20.0", "±0": of shares in points of a hundred. */
export function shownDelta(delta: number, value: number): string {
  const points = isShare(value) ? delta * 100 : delta;
  if (Math.abs(points) < 0.05) return '±0';
  return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;
}

/** "4 min 12 s", "8.4 s", "310 ms". */
export function shownTime(seconds: number): string {
  if (seconds >= 60) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  return seconds >= 1 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds * 1000)} ms`;
}

export const misses = (suite: SuiteReport) => suite.cases.filter(({ passed }) => !passed);

/** What a case asks, without the figure that it is scored for: several figures judge the same answer. */
export const askedIn = (id: string, metrics: Metric[]): string => {
  const metric = metrics.find(({ name }) => id.startsWith(`${name}: `));
  return metric ? id.slice(metric.name.length + 2) : id;
};
