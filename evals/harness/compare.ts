import type { Baseline } from './baseline.ts';
import type { EvalRun } from './report.ts';
import { below } from './suite.ts';

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
export function compareRuns(run: EvalRun, before: Baseline): Comparison {
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
    const failed = new Set(earlier);
    return suite.cases
      .filter(({ id, passed }) => passed === failed.has(id))
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

const MOST_LINES = 10;

/** One line for each figure below its bar: suite, figure, difference, and the case that shows it best. */
export function failureLines(run: EvalRun, comparison: Comparison | undefined): string[] {
  return run.suites
    .flatMap((suite) => {
      const changes = comparison?.cases.filter((one) => one.suite === suite.name && one.now === 'failed') ?? [];
      const misses = suite.cases.filter(({ passed }) => !passed);
      return suite.metrics.filter(below).map((metric) => {
        const delta = comparison?.metrics.find((one) => one.suite === suite.name && one.metric === metric.name)?.delta;
        const of = (id: string) => id.startsWith(`${metric.name}: `);
        const shown = changes.find(({ id }) => of(id)) ?? misses.find(({ id }) => of(id)) ?? changes[0] ?? misses[0];
        const since = delta === undefined ? '' : `, ${signed(delta)} against ${comparison?.with}`;
        const example = shown ? `: ${shown.id} — expected ${shown.expected}, got ${shown.actual}` : '';
        return `FAILED ${suite.name} / ${metric.name}: ${metric.value.toFixed(3)} below ${metric.bar?.toFixed(3)}${since}${example}`;
      });
    })
    .slice(0, MOST_LINES);
}

/** "+0.013", "-0.200", "±0". */
export const signed = (delta: number): string =>
  Math.abs(delta) < 0.0005 ? '±0' : `${delta > 0 ? '+' : '-'}${Math.abs(delta).toFixed(3)}`;
