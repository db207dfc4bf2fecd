import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evalRun, writeReport } from './report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

const suite = (value: number, bar: number | null) => ({
  name: 'routing',
  description: 'Questions',
  seconds: 1,
  metrics: [{ name: 'right route', value, bar }],
  cases: [{ id: 'q1 <script>', passed: false, expected: 'order', actual: 'clarify' }],
  notes: [],
});
const runOf = (value: number, bar: number | null) =>
  evalRun({ id: 'run-1', startedAt: '2026-01-01T00:00:00Z', engine: 'local', seconds: 1, suites: [suite(value, bar)] });

it('fails a run below its bar and only then', () => {
  expect(runOf(0.89, 0.9).passed).toBe(false);
  expect(runOf(0.9, 0.9).passed).toBe(true);
  expect(runOf(0, null).passed).toBe(true);
});

it('writes what a person, a script and CI read; nothing in it is markup by accident', async () => {
  const target = await writeReport(folder, runOf(0.5, 0.9));
  expect(JSON.parse(await readFile(join(target, 'report.json'), 'utf8'))).toMatchObject({
    passed: false,
    suites: [{ passed: false }],
  });
  expect(await readFile(join(target, 'junit.xml'), 'utf8')).toContain(
    '<failure message="right route is 0.5, below 0.9"/>',
  );
  const page = await readFile(join(target, 'report.html'), 'utf8');
  expect(page).toContain('q1 &lt;script&gt;');
  expect(page).not.toContain('q1 <script>');
});
