import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type AnswerLog, openAnswerLog } from './answer-log.ts';
import { defineSuite } from './define-suite.ts';
import type { SuiteContext } from './suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'kefu-answers-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refuse = () => Promise.reject(new Error('not to be asked for'));
const contextOf = (answers?: AnswerLog): SuiteContext => ({
  program: refuse,
  shop: refuse,
  answers,
  datasetsDir: undefined,
  engine: 'local',
  progress: () => undefined,
});

function doubling(options: { wrongOn?: number; repeats?: number; asked?: number[]; fail?: number } = {}) {
  return defineSuite({
    name: 'doubling',
    description: 'twice the number',
    cases: [1, 2, 3, 4, 5, 6],
    idOf: String,
    ...(options.repeats ? { repeats: options.repeats } : {}),
    open: async () => ({
      async ask(n: number, { repeat }) {
        if (n === options.fail) throw new Error('stopped');
        options.asked?.push(n);
        return { answer: n === options.wrongOn && repeat === 0 ? 0 : 2 * n, trace: { n }, ms: 1 };
      },
    }),
    scorers: [
      {
        name: 'doubled',
        bar: 0.9,
        score: (answer, n) => ({ passed: answer === 2 * n, expected: String(2 * n), actual: String(answer) }),
      },
      {
        name: 'only of odd ones',
        bar: null,
        score: (_, n) => (n % 2 === 0 ? undefined : { passed: true, expected: '', actual: '' }),
      },
    ],
    confusion: {
      name: 'parity',
      of: (answer, n) => [n % 2 ? 'odd' : 'even', answer === 0 ? 'none' : n % 2 ? 'odd' : 'even'],
    },
  });
}

it('gives a metric a scorer, with how many cases it is about, and a miss with its trace', async () => {
  const right = await doubling().run(contextOf());
  expect(right.metrics).toMatchObject([
    { value: 1, n: 6 },
    { value: 1, n: 3 },
  ]);
  const wrong = await doubling({ wrongOn: 3 }).run(contextOf());
  expect(wrong.metrics[0]?.value).toBeCloseTo(5 / 6);
  expect(wrong.cases.find(({ passed }) => !passed)).toMatchObject({ id: 'doubled: 3', actual: '0', trace: { n: 3 } });
  expect(wrong.cases.filter(({ trace }) => trace !== undefined)).toHaveLength(1);
  expect(wrong.confusions?.[0]).toEqual({
    name: 'parity',
    labels: ['even', 'none', 'odd'],
    counts: [
      [3, 0, 0],
      [0, 0, 0],
      [0, 1, 2],
    ],
  });
});

it('counts a case that fails in one of its repeats by that share', async () => {
  const { metrics, cases } = await doubling({ wrongOn: 3, repeats: 4 }).run(contextOf());
  expect(metrics[0]?.value).toBeCloseTo((5 + 3 / 4) / 6);
  expect(cases.filter(({ passed }) => !passed)).toHaveLength(1);
});

it('goes on where it was stopped, and asks anew when the code is another', async () => {
  const files = [join(folder, 'a/doubling.jsonl')];
  const log = (stamp: string) => contextOf(openAnswerLog({ files, stamp }));
  await expect(doubling({ fail: 6 }).run(log('one'))).rejects.toThrow('stopped');
  const asked: number[] = [];
  const { metrics } = await doubling({ asked }).run(log('one'));
  expect(asked).toEqual([6]);
  expect(metrics[0]?.value).toBe(1);
  asked.length = 0;
  await doubling({ asked }).run(log('one'));
  expect(asked).toEqual([]);
  await doubling({ asked }).run(log('two'));
  expect(asked).toHaveLength(6);
});
