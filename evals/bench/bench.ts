import type { Logger } from '../../config/logger.ts';
import type { DatabaseHandle } from '../../stores/database.ts';

/** One figure. `aim` is what the project promises on two quiet cores; a row without one is there to compare with. */
export interface BenchRow {
  name: string;
  value: number;
  /** As printed behind the value: `ms`, `MB`, `pages/s`, `×`. */
  unit: string;
  aim?: { atMost: number } | { atLeast: number };
}

export interface BenchResult {
  rows: BenchRow[];
  /** What was compared with what, and what was left out. */
  notes: string[];
}

/** What a bench may use. Everything opened here is closed by the runner, the last first, also after a failure. */
export interface BenchContext {
  /** A new, migrated database. */
  database(): Promise<DatabaseHandle>;
  /** URL of a Chroma server of its own with nothing in it. */
  chroma(): Promise<string>;
  /** An empty folder. */
  folder(): Promise<string>;
  /** Runs a part of the bench with a context of its own, which is closed after it. */
  apart<Result>(part: (context: BenchContext) => Promise<Result>): Promise<Result>;
  /** Closes what the bench opened itself. */
  defer(close: () => Promise<unknown>): void;
  /** Folder of the public datasets, or undefined when it is not there. */
  datasetsDir: string | undefined;
  /** Factor for the amount of work, 1 unless `--scale` says otherwise. */
  scale: number;
  logger: Logger;
  /** A line for the person who waits. */
  say(line: string): void;
}

/** A measurement of speed or size. It runs in a process of its own with `--expose-gc`, and reports; it never fails a build. */
export interface Bench {
  name: string;
  description: string;
  run(context: BenchContext): Promise<BenchResult>;
}

/** Whether a row is within its aim; undefined for one without. */
export function holds({ value, aim }: BenchRow): boolean | undefined {
  if (!aim) return undefined;
  return 'atMost' in aim ? value <= aim.atMost : value >= aim.atLeast;
}
