import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBaseline } from './baseline.ts';
import { failureLines } from './gate.ts';
import { evalRun } from './report.ts';
import { runOneSuite } from './run-one-suite.ts';
import { allowedDrop } from './run-options.ts';
import type { Suite } from './suite.ts';

const BASELINE = join(import.meta.dirname, '../baseline.json');

/** The suite as a test of the project `evals`: the same gate as `npm run evals`, the built-in engine in process. */
export function suiteTest(suite: Suite): void {
  test(`${suite.name}: ${suite.description}`, async () => {
    const result = await runOneSuite(
      suite,
      { engine: 'local', served: false, tokens: {}, answerFiles: [], code: '' },
      () => undefined,
    );
    const measured = { ...suite, ...result, seconds: 0 };
    const run = evalRun(
      { id: 'vitest', startedAt: new Date().toISOString(), engine: 'local', seconds: 0, suites: [measured] },
      { baseline: await readBaseline(BASELINE), allowedDrop: allowedDrop({ engine: 'local' }) },
    );
    expect(failureLines(run)).toEqual([]);
  });
}
