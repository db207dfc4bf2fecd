import type { Baseline } from './baseline.ts';
import { type Comparison, compareRuns } from './compare.ts';
import { faultsOf } from './gate.ts';
import type { SuiteResult } from './suite.ts';

/** One run of some suites, as report.json holds it. Times are ISO 8601, `seconds` wall-clock. */
export interface EvalRun {
  id: string;
  startedAt: string;
  engine: string;
  passed: boolean;
  seconds: number;
  suites: Array<SuiteResult & { name: string; description: string; passed: boolean; seconds: number }>;
  /** Against the baseline or an earlier run. */
  comparison?: Comparison;
  /** How far a share with a bar might fall against it. */
  allowedDrop?: number;
}

/** A suite that was run, before the gate says whether it passed. */
export type MeasuredSuite = SuiteResult & { name: string; description: string; seconds: number };

/** Judges what was measured: by the bars, and by what the gate compares with. */
export function evalRun(
  run: Omit<EvalRun, 'passed' | 'comparison' | 'allowedDrop' | 'suites'> & { suites: MeasuredSuite[] },
  before?: { baseline: Baseline | undefined; allowedDrop: number | undefined },
): EvalRun {
  const comparison = before?.baseline && compareRuns(run, before.baseline);
  const gate = { comparison, allowedDrop: before?.allowedDrop };
  const suites = run.suites.map((suite) => ({ ...suite, passed: faultsOf(suite, gate).length === 0 }));
  return {
    ...run,
    suites,
    passed: suites.every(({ passed }) => passed),
    ...(comparison ? { comparison } : {}),
    ...(gate.allowedDrop === undefined ? {} : { allowedDrop: gate.allowedDrop }),
  };
}
