import type { EvalRun } from '../../api/types.ts';
import { list, number, record, text } from '../../trace/read-json.ts';

/** A figure and the bar that it must reach; null where it is only reported. */
export interface Metric {
  name: string;
  value: number;
  bar: number | null;
  interval: [number, number] | null;
}

export interface RunCase {
  id: string;
  passed: boolean;
  expected: string;
  actual: string;
  trace: unknown;
}

export interface RunSuite {
  name: string;
  description: string;
  passed: boolean;
  seconds: number | null;
  metrics: Metric[];
  notes: string[];
  /** Empty in the list of runs. */
  cases: RunCase[];
}

export interface RunSummary {
  id: string;
  startedAt: string | null;
  engine: string | null;
  passed: boolean;
  seconds: number | null;
  suites: RunSuite[];
  /** Against what it was compared with; null: with nothing. */
  newlyFailing: number | null;
  newlyPassing: number | null;
}

/** A run's report, whose shape is the harness's own: what is not as expected is left out. */
export const readRun = (run: EvalRun): RunSummary => ({
  id: run.id,
  startedAt: text(run.startedAt),
  engine: text(run.engine),
  passed: run.passed === true,
  seconds: number(run.seconds),
  suites: list(run.suites).map(record).map(suiteOf),
  newlyFailing: number(run.newlyFailing),
  newlyPassing: number(run.newlyPassing),
});

const suiteOf = (suite: Record<string, unknown>): RunSuite => ({
  name: text(suite.name) ?? '',
  description: text(suite.description) ?? '',
  // Runs of older versions tell it of the whole run alone.
  passed: suite.passed !== false,
  seconds: number(suite.seconds),
  metrics: list(suite.metrics).map(record).flatMap(metricOf),
  notes: list(suite.notes).flatMap((note) => text(note) ?? []),
  cases: list(suite.cases)
    .map(record)
    .map((one) => ({
      id: text(one.id) ?? '',
      passed: one.passed === true,
      expected: text(one.expected) ?? '',
      actual: text(one.actual) ?? '',
      trace: one.trace,
    })),
});

function metricOf(metric: Record<string, unknown>): Metric[] {
  const value = number(metric.value);
  if (value === null) return [];
  const [low, high] = list(metric.interval).map(number);
  const interval: Metric['interval'] = typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
  return [{ name: text(metric.name) ?? '', value, bar: number(metric.bar), interval }];
}
