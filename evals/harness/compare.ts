import { type Baseline, caseKey } from './baseline.ts';
import type { MeasuredSuite } from './report.ts';

/** A metric beside what it was. `delta` undefined: it was not measured then. */
export interface MetricDelta {
  suite: string;
  metric: string;
  value: number;
  before: number | undefined;
  delta: number | undefined;
}

/** A case that passed before and fails now, or the other way round. */
export interface CaseChange {
  suite: string;
  id: string;
  now: 'failed' | 'passed';
  expected: string;
  actual: string;
}

export interface Comparison {
  with: string;
  metrics: MetricDelta[];
  cases: CaseChange[];
}

/** What changed from `before` to `run`. Cases are compared where `before` knows which had failed. */
export function compareRuns(run: { suites: MeasuredSuite[] }, before: Baseline): Comparison {
  const metrics = run.suites.flatMap((suite) =>
    suite.metrics.map(({ name, value }): MetricDelta => {
      const earlier = before.suites[suite.name]?.metrics[name];
      return {
        suite: suite.name,
        metric: name,
        value,
        before: earlier,
        delta: earlier === undefined ? undefined : value - earlier,
      };
    }),
  );
  const cases = run.suites.flatMap((suite) => {
    const earlier = before.suites[suite.name]?.failed;
    if (!earlier) return [];
    return suite.cases
      .filter(({ id, passed }) => passed === earlier.has(caseKey(id)))
      .map(
        ({ id, passed, expected, actual }): CaseChange => ({
          suite: suite.name,
          id,
          now: passed ? 'passed' : 'failed',
          expected,
          actual,
        }),
      );
  });
  return { with: before.name, metrics, cases };
}

/** "+0.013", "-0.200", "±0". */
export const signed = (delta: number): string =>
  Math.abs(delta) < 0.0005 ? '±0' : `${delta > 0 ? '+' : '-'}${Math.abs(delta).toFixed(3)}`;
