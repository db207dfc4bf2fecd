import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { SuiteRun } from './run-one-suite.ts';
import type { SuiteResult } from './suite.ts';

/** What the child is told. */
export interface SuiteOrder extends SuiteRun {
  suite: string;
}
/** What it tells. */
export type SuiteMessage = { kind: 'progress'; done: number; total: number } | { kind: 'result'; result: SuiteResult };

const LIMIT_MS = 30 * 60_000;

/** Runs a suite in a process of its own, so that suites use several cores and one that breaks takes no other with it. */
export function runSuiteInProcess(
  order: SuiteOrder,
  progress: (done: number, total: number) => void,
): Promise<SuiteResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, '../run-suite.ts'), [], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let result: SuiteResult | undefined;
    const limit = setTimeout(() => child.kill('SIGTERM'), LIMIT_MS);
    const end = () => child.kill('SIGTERM');
    process.once('SIGINT', end).once('SIGTERM', end);
    child.on('message', (message: SuiteMessage) => {
      if (message.kind === 'progress') progress(message.done, message.total);
      else result = message.result;
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      process.off('SIGINT', end).off('SIGTERM', end);
      if (result) resolve(result);
      else reject(new Error(`The suite ${order.suite} ended with ${signal ?? `code ${code}`} before it had a result.`));
    });
    child.send(order);
  });
}
