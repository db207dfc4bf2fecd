import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvalRun } from '../harness/report.ts';
import { misses } from './figures.ts';
import { readHistory } from './history.ts';
import { junit } from './junit.ts';
import { reportPage } from './report-page.ts';
import { summary } from './summary.ts';

/** Writes a run into a folder of its own: for people (HTML, Markdown), for CI (JUnit) and for programs (JSON). */
export async function writeReport(folder: string, run: EvalRun): Promise<string> {
  const target = join(folder, run.id);
  await mkdir(target, { recursive: true });
  const files = {
    'report.json': `${JSON.stringify(run, null, 2)}\n`,
    'summary.json': `${JSON.stringify(figuresOf(run), null, 2)}\n`,
    'report.html': await reportPage(run, await readHistory(folder, run)),
    'summary.md': summary(run),
    'junit.xml': junit(run),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(target, name), text)));
  return target;
}

/** The run without its cases: what lists of runs and trends read. */
function figuresOf({ comparison, ...run }: EvalRun) {
  const changed = (now: 'failed' | 'passed') => comparison?.cases.filter((one) => one.now === now).length ?? 0;
  return {
    ...run,
    suites: run.suites.map((suite) => {
      const { cases, confusions: _, ...figures } = suite;
      return { ...figures, total: cases.length, missed: misses(suite).length };
    }),
    ...(comparison
      ? { comparedWith: comparison.with, newlyFailing: changed('failed'), newlyPassing: changed('passed') }
      : {}),
  };
}
