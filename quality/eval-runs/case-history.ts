import { readReport } from './report-shape.ts';
import type { EvalRunFiles } from './run-files.ts';

/** What became of a case in one run. */
export interface CaseInRun {
  runId: string;
  startedAt: string;
  engine: string;
  /** Null: the suite was run and does not name it, as suites do that report only what they missed. */
  passed: boolean | null;
  expected: string | null;
  actual: string | null;
  ms: number | null;
}

/** Reports are read one after the other, so that whoever else asks is answered in between. */
const MOST_RUNS = 30;

/** A case through the last runs of its suite, newest first. */
export async function caseHistory(files: EvalRunFiles, asked: { suite: string; id: string }): Promise<CaseInRun[]> {
  const history: CaseInRun[] = [];
  for (const runId of (await files.ids()).slice(0, MOST_RUNS)) {
    const report = readReport(await files.find(runId));
    const suite = report?.suites.find(({ name }) => name === asked.suite);
    if (!report || !suite) continue;
    const { startedAt, engine } = report;
    const found = suite.cases.find(({ id }) => id === asked.id);
    const { passed = null, expected = null, actual = null, ms = null } = found ?? {};
    history.push({ runId, startedAt, engine, passed, expected, actual, ms });
  }
  return history.some(({ passed }) => passed !== null) ? history : [];
}
