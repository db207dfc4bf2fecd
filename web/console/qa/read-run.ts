import type { EvalRun } from '../../api/types.ts';

/** A figure and the bar that it must reach; null where it is only reported. */
export interface Metric {
  name: string;
  value: number;
  bar: number | null;
}

export interface RunSummary {
  startedAt: string | null;
  engine: string | null;
  passed: boolean;
  suites: Array<{ name: string; metrics: Metric[] }>;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown) => (typeof value === 'string' ? value : null);
const number = (value: unknown) => (typeof value === 'number' ? value : null);

/** A run's report, whose shape is the harness's own: what is not as expected is left out. */
export function readRun(run: EvalRun): RunSummary {
  return {
    startedAt: text(run.startedAt),
    engine: text(run.engine),
    passed: run.passed === true,
    suites: list(run.suites)
      .map(record)
      .map((suite) => ({
        name: text(suite.name) ?? '',
        metrics: list(suite.metrics)
          .map(record)
          .flatMap((metric) => {
            const value = number(metric.value);
            return value === null ? [] : [{ name: text(metric.name) ?? '', value, bar: number(metric.bar) }];
          }),
      })),
  };
}
