import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseHistory } from './case-history.ts';
import { compareReports } from './compare-reports.ts';
import { readReport } from './report-shape.ts';
import { createEvalRunFiles } from './run-files.ts';

let folder: string;
const runOf = (id: string, value: number, failing: string[]) => ({
  id,
  startedAt: `${id}T08:00:00Z`,
  engine: 'local',
  suites: [
    {
      name: 'routing',
      metrics: [{ name: 'right route', value, bar: 0.9 }],
      cases: ['q1', 'q2', 'q3'].map((one) => ({
        id: one,
        passed: !failing.includes(one),
        expected: 'order',
        actual: failing.includes(one) ? 'clarify' : 'order',
      })),
    },
  ],
});
const before = runOf('2026-01-01', 0.66, ['q1']);
const after = runOf('2026-01-02', 0.33, ['q2', 'q3']);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-runs-'));
  for (const run of [before, after]) {
    await mkdir(join(folder, run.id));
    await writeFile(join(folder, run.id, 'report.json'), JSON.stringify(run));
    await writeFile(join(folder, run.id, 'summary.json'), JSON.stringify({ ...run, suites: [] }));
  }
  await mkdir(join(folder, '2026-01-03'));
  await writeFile(join(folder, '2026-01-03', 'report.json'), '{"id": "brok');
});
afterAll(() => rm(folder, { recursive: true }));

it('lists runs newest first without what was broken off, and reads none outside of the folder', async () => {
  const files = createEvalRunFiles(folder);
  expect((await files.list()).map(({ id }) => id)).toEqual(['2026-01-02', '2026-01-01']);
  expect(await files.find('2026-01-02')).toMatchObject({ id: '2026-01-02', engine: 'local' });
  expect(await files.find('../2026-01-02')).toBeUndefined();
});

it('compares two runs by figure and case', () => {
  const [one, two] = [readReport(before), readReport(after)];
  expect(one && two && compareReports(one, two)).toEqual([
    {
      name: 'routing',
      metrics: [{ name: 'right route', before: 0.66, after: 0.33, bar: 0.9 }],
      newlyFailing: ['q2', 'q3'].map((id) => ({ id, expected: 'order', before: 'order', after: 'clarify' })),
      newlyPassing: [{ id: 'q1', expected: 'order', before: 'clarify', after: 'order' }],
      stillFailing: 0,
    },
  ]);
  expect(one && compareReports(one, one)[0]).toMatchObject({ newlyFailing: [], newlyPassing: [], stillFailing: 1 });
});

it('follows a case through the runs', async () => {
  const files = createEvalRunFiles(folder);
  const history = await caseHistory(files, { suite: 'routing', id: 'q1' });
  expect(history.map(({ runId, passed }) => [runId, passed])).toEqual([
    ['2026-01-02', true],
    ['2026-01-01', false],
  ]);
  expect(await caseHistory(files, { suite: 'routing', id: 'unknown' })).toEqual([]);
});
