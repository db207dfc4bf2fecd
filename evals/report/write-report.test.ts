import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { baselineOf } from '../harness/baseline.ts';
import { confusionOf } from '../harness/confusion.ts';
import { type EvalRun, evalRun } from '../harness/report.ts';
import { writeReport } from './write-report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

const trace = [
  {
    step: 'understand',
    atMs: 2,
    data: {
      language: 'en',
      requests: [{ text: 'q', intent: 'return_policy', route: 'knowledge', confidence: 0.97, slots: {} }],
    },
  },
  {
    step: 'search',
    atMs: 9,
    data: {
      question: 'how long',
      evidence: 0.4,
      hits: [
        {
          id: 'c1',
          title: 'Returns',
          page: 3,
          score: 7.4,
          evidence: 0.4,
          legs: {
            lexical: { rank: 1, score: 10.2 },
            vector: null,
            fused: { rank: 1, score: 0.02 },
            rerank: { rank: 1, score: 7.4 },
          },
          text: 'Thirty days <b>from delivery</b>',
        },
      ],
    },
  },
];

const INTENTS = Array.from({ length: 45 }, (_, index) => `intent_${index}`);

const runOf = (id: string, options: { value?: number; bar?: number | null; before?: EvalRun } = {}) => {
  const { value = 0.5, bar = 0.9, before } = options;
  const id1 = 'right route: q1 <script>';
  const suite = {
    name: 'routing',
    description: 'Questions',
    seconds: 1,
    metrics: [{ name: 'right route', value, bar, n: 2, interval: [0.1, 0.9] as [number, number] }],
    cases: [
      { id: id1, passed: value === 1, expected: 'order', actual: 'clarify | @someone', ms: 12, tokens: 40, trace },
      { id: 'right route: q2', passed: true, expected: 'order', actual: 'order', ms: 3 },
    ],
    confusions: [
      {
        name: 'route',
        labels: ['clarify', 'order'],
        counts: [
          [0, 0],
          [1, 1],
        ],
      },
      confusionOf('intent', [...INTENTS.map((one) => [one, one] as const), ['intent_3', 'intent_5']]),
    ],
    notes: [],
  };
  const run = { id, startedAt: '2026-01-01T00:00:00Z', engine: 'local', seconds: 1, suites: [suite] };
  return evalRun(run, { baseline: before && baselineOf(before), allowedDrop: 0.02 });
};
const read = (run: EvalRun, name: string) => readFile(join(folder, run.id, name), 'utf8');

it('fails a run below its bar and only then', () => {
  expect(runOf('r', { value: 0.89 }).passed).toBe(false);
  expect(runOf('r', { value: 0.9 }).passed).toBe(true);
  expect(runOf('r', { value: 0, bar: null }).passed).toBe(true);
});

it('writes for programs and CI: JSON, a light summary of it, JUnit with the gate and the misses', async () => {
  const run = runOf('run-1');
  await writeReport(folder, run);
  expect(JSON.parse(await read(run, 'report.json'))).toMatchObject({ passed: false, suites: [{ passed: false }] });
  expect(JSON.parse(await read(run, 'summary.json')).suites).toEqual([
    expect.objectContaining({ name: 'routing', passed: false, total: 2, missed: 1, metrics: run.suites[0]?.metrics }),
  ]);
  const junit = await read(run, 'junit.xml');
  expect(junit).toContain('<failure message="right route is 0.5, below 0.9"/>');
  expect(junit).toContain('q1 &lt;script&gt; — expected order, got clarify');
});

it('writes a page that asks nothing of anyone and takes no text for markup, with the trace of what was missed', async () => {
  const run = runOf('run-2');
  await writeReport(folder, run);
  const page = await read(run, 'report.html');
  expect(page).toContain('q1 &lt;script&gt;');
  expect(page).not.toMatch(/<script|https?:|src=|@import|url\(/);
  for (const part of ['return_policy', 'how long', 'Returns', 'p. 3', '10.2', 'Thirty days &lt;b&gt;', '40 tokens'])
    expect(page, part).toContain(part);
  expect(page).toContain('1 of 2 order taken for clarify');
  expect(page).toContain('<td>intent_3</td><td>intent_5</td><td class="figure">1 of 2</td>');
  expect(page).toContain('Over 2 runs: 50.0 %, 50.0 %');
});

it('writes a comment for a pull request: what failed, what changed, nobody mentioned', async () => {
  const run = runOf('run-3', { before: runOf('run-0', { value: 1 }) });
  await writeReport(folder, run);
  const comment = await read(run, 'summary.md');
  expect(comment).toContain('### Evals ❌ failed');
  expect(comment).toContain('-0.500 against run-0');
  expect(comment).toContain('1 newly failing');
  expect(comment).toContain('❌ right route | 50.0 % | 10.0 % – 90.0 % | ≥ 90.0 % | −50.0');
  expect(comment).toContain('Most confused, route: order as clarify 1/2');
  expect(comment).not.toMatch(/[^\\]<script|@someone|[^\\]\| @/);
});
