import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { baselineOf, caseKey, readBaseline, writeBaseline } from './baseline.ts';
import { failureLines } from './gate.ts';
import { type EvalRun, evalRun } from './report.ts';

const runOf = (id: string, failing: string[], gate: { before?: EvalRun; allowedDrop?: number; bar?: number } = {}) => {
  const cases = ['q1', 'q2', 'q3', 'q4'].map((one) => ({
    id: `right route: ${one}`,
    passed: !failing.includes(one),
    expected: 'order',
    actual: failing.includes(one) ? 'clarify\nand more' : 'order',
  }));
  const metrics = [{ name: 'right route', value: 1 - failing.length / 4, bar: gate.bar ?? 0.7 }];
  const suite = { name: 'routing', description: '', seconds: 1, metrics, cases, notes: [] };
  return evalRun(
    { id, startedAt: '2026-01-01T00:00:00Z', engine: 'local', seconds: 1, suites: [suite] },
    { baseline: gate.before && baselineOf(gate.before), allowedDrop: gate.allowedDrop },
  );
};

it('names suite, figure, difference and the case that is new, when a bar is missed', () => {
  const now = runOf('now', ['q1', 'q3'], { before: runOf('before', ['q1']) });
  expect(now.comparison?.metrics).toMatchObject([{ before: 0.75, value: 0.5, delta: -0.25 }]);
  expect(now.comparison?.cases).toMatchObject([{ id: 'right route: q3', now: 'failed' }]);
  expect(failureLines(now)).toEqual([
    'FAILED routing / right route: 0.500 below 0.700, -0.250 against before: right route: q3 — expected order, got clarify and more',
  ]);
});

it('fails a run that stays above its bar but fell further than is allowed', () => {
  const gate = { before: runOf('before', ['q1'], { bar: 0.4 }), bar: 0.4 };
  const fallen = runOf('now', ['q1', 'q3'], { ...gate, allowedDrop: 0.02 });
  expect(fallen.passed).toBe(false);
  expect(fallen.suites[0]?.passed).toBe(false);
  expect(failureLines(fallen)).toEqual([
    'FAILED routing / right route: 0.500 above its bar, but -0.250 against before: right route: q3 — expected order, got clarify and more',
  ]);
  expect(runOf('now', ['q1', 'q3'], { ...gate, allowedDrop: 0.25 }).passed).toBe(true);
  expect(runOf('now', ['q1', 'q3'], gate).passed).toBe(true);
});

it('says nothing of a run above its bars, and tells what was mended', () => {
  const now = runOf('now', [], { before: runOf('before', ['q2']), allowedDrop: 0 });
  expect(now.comparison?.cases).toMatchObject([{ id: 'right route: q2', now: 'passed' }]);
  expect(failureLines(now)).toEqual([]);
});

it('keeps a baseline in a file, suite by suite, without the texts of cases', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-baseline-'));
  const path = join(folder, 'baseline.json');
  expect(await readBaseline(path)).toBeUndefined();
  await writeBaseline(path, runOf('first', ['q1']));
  const other = runOf('second', []);
  const [suite] = other.suites;
  const renamed = suite
    ? [
        { ...suite, name: 'tone' },
        { ...suite, name: 'not run', metrics: [] },
      ]
    : [];
  await writeBaseline(path, { ...other, suites: renamed });
  expect(await readBaseline(path)).toEqual({
    name: 'baseline',
    suites: {
      routing: { metrics: { 'right route': 0.75 }, failed: new Set([caseKey('right route: q1')]) },
      tone: { metrics: { 'right route': 1 }, failed: new Set() },
    },
  });
  expect(await readFile(path, 'utf8')).not.toContain('q1');
  await rm(folder, { recursive: true });
});
