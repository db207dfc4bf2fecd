import type { Program } from '../../testing/program.ts';

/** A figure with its gate: below `bar` the suite fails. `bar` null: reported only. Shares are in [0, 1]. */
export interface Metric {
  name: string;
  value: number;
  bar: number | null;
}

export interface CaseResult {
  id: string;
  passed: boolean;
  expected: string;
  actual: string;
  ms?: number;
}

export interface SuiteResult {
  metrics: Metric[];
  cases: CaseResult[];
  /** What was not run, and why. */
  notes: string[];
}

export interface SuiteContext {
  /** The running service that is judged; started at first use. */
  program(): Promise<Program>;
  /** Folder of the public datasets, or undefined when it is not there. */
  datasetsDir: string | undefined;
  engine: 'local' | 'openai';
  progress(done: number, total: number): void;
}

/** A suite: typed cases, scorers and a bar. */
export interface Suite {
  name: string;
  description: string;
  run(context: SuiteContext): Promise<SuiteResult>;
}

export const passes = (result: SuiteResult): boolean =>
  result.metrics.every((metric) => metric.bar === null || metric.value >= metric.bar);

/** The share of cases that passed; 1 for none. */
export const share = (cases: Array<{ passed: boolean }>): number =>
  cases.length === 0 ? 1 : cases.filter((one) => one.passed).length / cases.length;
