import { type Comparison, signed } from './compare.ts';
import type { EvalRun } from './report.ts';
import { below, type Metric, type SuiteResult } from './suite.ts';

/** What a run is measured by besides its bars. */
export interface Gate {
  comparison: Comparison | undefined;
  /** How far a share with a bar may fall below the one before; undefined: only bars count. */
  allowedDrop: number | undefined;
}

/** Why a figure fails the run. */
export interface Fault {
  suite: string;
  metric: Metric;
  /** Undefined: it was not measured before. */
  delta: number | undefined;
  reason: 'below its bar' | 'fell';
}

// Baselines are rounded.
const ROUNDING = 0.0001;

/** The figures of a suite that fail the run: below their bar, or fallen too far since. */
export function faultsOf(suite: SuiteResult & { name: string }, { comparison, allowedDrop }: Gate): Fault[] {
  return suite.metrics.flatMap((metric): Fault[] => {
    const delta = comparison?.metrics.find((one) => one.suite === suite.name && one.metric === metric.name)?.delta;
    const about = { suite: suite.name, metric, delta };
    if (below(metric)) return [{ ...about, reason: 'below its bar' }];
    const falls = allowedDrop !== undefined && delta !== undefined && delta < -allowedDrop - ROUNDING;
    return falls && metric.bar !== null ? [{ ...about, reason: 'fell' }] : [];
  });
}

const MOST_LINES = 10;

/** One line for each figure that fails the run: suite, figure, difference, and the case that shows it best. */
export function failureLines(run: EvalRun): string[] {
  const gate: Gate = { comparison: run.comparison, allowedDrop: run.allowedDrop };
  return run.suites
    .flatMap((suite) => faultsOf(suite, gate).map((fault) => failureLine(suite, fault, gate.comparison)))
    .slice(0, MOST_LINES);
}

function failureLine(suite: EvalRun['suites'][number], fault: Fault, comparison: Comparison | undefined): string {
  const { metric, delta, reason } = fault;
  const changes = comparison?.cases.filter((one) => one.suite === suite.name && one.now === 'failed') ?? [];
  const misses = suite.cases.filter(({ passed }) => !passed);
  const of = ({ id }: { id: string }) => id.startsWith(`${metric.name}: `);
  const shown = changes.find(of) ?? misses.find(of) ?? changes[0] ?? misses[0];
  const since = delta === undefined ? '' : `, ${signed(delta)} against ${comparison?.with}`;
  const why = reason === 'fell' ? ' above its bar, but' : ` below ${metric.bar?.toFixed(3)}`;
  const gap = reason === 'fell' ? since.slice(1) : since;
  const example = shown ? `: ${oneLine(`${shown.id} — expected ${shown.expected}, got ${shown.actual}`)}` : '';
  return `FAILED ${suite.name} / ${metric.name}: ${metric.value.toFixed(3)}${why}${gap}${example}`;
}

const LONGEST = 300;
const oneLine = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
};
