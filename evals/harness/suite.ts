import type { Program } from '../../testing/programs/program.ts';
import type { AnswerLog } from './answer-log.ts';
import type { Confusion } from './confusion.ts';
import type { ShopTarget } from './shop-target.ts';

/** A figure with its gate: below `bar` the suite fails. `bar` null: reported only. Shares are in [0, 1]. */
export interface Metric {
  name: string;
  value: number;
  bar: number | null;
  /** Of how many cases it is a share; gives it a confidence interval. */
  n?: number;
  /** 95 % confidence interval, where it is known. */
  interval?: [number, number];
}

export interface CaseResult {
  id: string;
  passed: boolean;
  expected: string;
  actual: string;
  ms?: number;
  /** What a model was asked and answered, where the target tells. */
  tokens?: number;
  /** In the currency of the model's prices. */
  cost?: number;
  /** How the answer came about: understanding, passages with their legs, calls to a model, tool calls, timing. */
  trace?: unknown;
}

export interface SuiteResult {
  metrics: Metric[];
  cases: CaseResult[];
  /** What was not run, and why. */
  notes: string[];
  confusions?: Confusion[];
}

export interface SuiteContext {
  /** The running service that is judged; started at first use. */
  program(): Promise<Program>;
  /** The sample shop to talk to: in process, or a deployment over HTTP; opened at first use, closed by the runner. */
  shop(): Promise<ShopTarget>;
  /** Answers kept from before (a cache, a run that was stopped); undefined: everything is asked. */
  answers?: AnswerLog | undefined;
  /** Ask one case in so many; undefined: all. */
  every?: number | undefined;
  /** Folder of the public datasets, or undefined when it is not there. */
  datasetsDir: string | undefined;
  engine: 'local' | 'openai';
  /** Of the suite `cases`, where it is not its own. */
  casesFile?: string | undefined;
  progress(done: number, total: number): void;
}

/** A suite: typed cases, scorers and a bar. */
export interface Suite {
  name: string;
  description: string;
  run(context: SuiteContext): Promise<SuiteResult>;
}

export const below = (metric: Metric): boolean => metric.bar !== null && !(metric.value >= metric.bar);

/** The share of cases that passed; 1 for none. */
export const share = (cases: Array<{ passed: boolean }>): number =>
  cases.length === 0 ? 1 : cases.filter((one) => one.passed).length / cases.length;

/** The share of cases that passed as a metric that knows of how many. */
export const shareMetric = (name: string, cases: Array<{ passed: boolean }>, bar: number | null): Metric => ({
  name,
  value: share(cases),
  bar,
  n: cases.length,
});
