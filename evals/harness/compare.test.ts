import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { baselineOf, readBaseline, writeBaseline } from './baseline.ts';
import { compareRuns, failureLines } from './compare.ts';
import { evalRun } from './report.ts';

const runOf = (id: string, failing: string[]) => {
  const cases = ['q1', 'q2', 'q3', 'q4'].map((one) => ({
    id: `right route: ${one}`,
    passed: !failing.includes(one),
    expected: 'order',
    actual: failing.includes(one) ? 'clarify' : 'order',
  }));
  const metrics = [{ name: 'right route', value: 1 - failing.length / 4, bar: 0.7 }];
  const suite = { name: 'routing', description: '', seconds: 1, metrics, cases, notes: [] };
  return evalRun({ id, startedAt: '2026-01-01T00:00:00Z', engine: 'local', seconds: 1, suites: [suite] });
};

it('names suite, figure, difference and the case that is new, when a bar is missed', () => {
  const before = runOf('before', ['q1']);
  const now = runOf('now', ['q1', 'q3']);
  const comparison = compareRuns(now, baselineOf(before));
  expect(comparison.metrics).toMatchObject([{ before: 0.75, value: 0.5, delta: -0.25 }]);
  expect(comparison.cases).toMatchObject([{ id: 'right route: q3', now: 'failed' }]);
  expect(failureLines(now, comparison)).toEqual([
    'FAILED routing / right route: 0.500 below 0.700, -0.250 against before: right route: q3 — expected order, got clarify',
  ]);
});

it('says nothing of a run above its bars, and tells what was mended', () => {
  const now = runOf('now', []);
  const comparison = compareRuns(now, baselineOf(runOf('before', ['q2'])));
  expect(failureLines(now, comparison)).toEqual([]);
  expect(comparison.cases).toMatchObject([{ id: 'right route: q2', now: 'passed' }]);
});

it('keeps a baseline in a file, suite by suite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-baseline-'));
  const path = join(folder, 'baseline.json');
  expect(await readBaseline(path)).toBeUndefined();
  await writeBaseline(path, runOf('first', ['q1']));
  const other = runOf('second', []);
  await writeBaseline(path, { ...other, suites: other.suites.map((suite) => ({ ...suite, name: 'tone' })) });
  expect(await readBaseline(path)).toEqual({
    name: 'baseline',
    suites: {
      routing: { metrics: { 'right route': 0.75 }, failed: ['right route: q1'] },
      tone: { metrics: { 'right route': 1 }, failed: [] },
    },
  });
  await rm(folder, { recursive: true });
});
