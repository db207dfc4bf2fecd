import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { type ScriptedModel, startScriptedModel } from '../../testing/models/scripted-model.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { loadIntents } from '../../understanding/intents.ts';
import { loadModel } from '../../understanding/model-file.ts';
import { type ComparisonCase, compareVerdicts } from '../models/compare.ts';
import { createModelStore } from '../models/model-store.ts';
import { createRunRows } from '../training/run-rows.ts';
import { fineTuneRows } from './finetune-rows.ts';
import { createFineTunes } from './openai-finetunes.ts';
import { type FineTuneDeps, type FineTuneStart, runFineTune } from './run-finetune.ts';

const BY = { id: null, name: 'test' };
const catalogue = loadIntents();
const LINES = Array.from({ length: 30 }, (_, n) => ({
  text: `打卡返现第${n}天怎么算`,
  language: 'zh' as const,
  requests: [{ text: `打卡返现第${n}天怎么算`, intent: 'promotion_question', slots: [], inContext: false }],
  reply: null,
  note: null,
}));
const CASES: ComparisonCase[] = LINES.map(({ text, language }) => ({
  text,
  language,
  intent: 'promotion_question',
  origin: 'held',
}));

let database: DatabaseHandle;
let server: ScriptedModel;
let stop: AbortController;
let told: string[];

beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startScriptedModel({ script: [] });
  stop = new AbortController();
  told = [];
  await database.db.deleteFrom('training_runs').execute();
});
afterEach(() => server.close());

const runs = () => createRunRows(database.db);
const models = () => createModelStore({ db: database.db, shipped: loadModel() });
const deps = (over: Partial<FineTuneDeps> = {}): FineTuneDeps => ({
  api: createFineTunes({ baseUrl: server.url, apiKey: 'k', signal: stop.signal, pauses: [5, 5] }),
  runs: runs(),
  models: models(),
  rows: async () => fineTuneRows(LINES, 'router', catalogue),
  evaluate: async () => {
    const right = CASES.map(({ intent }) => ({ intent, confidence: 1 }));
    const wrong = CASES.map(() => ({ intent: 'greeting', confidence: 1 }));
    return compareVerdicts(CASES, { current: wrong, candidate: right }, 0);
  },
  tell: (line) => told.push(line),
  signal: stop.signal,
  pollMs: 5,
  ...over,
});
const BEGIN: FineTuneStart = { by: BY, begin: { task: 'router', base: 'small', suffix: 'kefu' }, dataset: null };
const newest = async () => (await runs().list())[0];

it('uploads, follows the job, registers the model behind the gate; promoted and rolled back by name', async () => {
  const version = await runFineTune(deps(), BEGIN);
  expect(await models().get(version)).toMatchObject({
    kind: 'model',
    name: 'ft:small:testing:kefu:ftjob-1',
    gate: { passed: true },
  });
  expect(told.some((line) => line.includes('training loss'))).toBe(true);
  expect(await newest()).toMatchObject({ kind: 'finetune', state: 'done', model: version });

  // What is held back is validated on, never trained on.
  const [validation = '', training = ''] = [...server.fineTunes.files.values()];
  const texts = (lines: string) => LINES.filter(({ text }) => lines.includes(text)).length;
  expect(texts(training) + texts(validation)).toBe(30);
  expect(texts(validation)).toBeGreaterThan(0);

  await models().promote(version, { task: 'router', by: BY });
  expect(await models().currentName('router')).toBe('ft:small:testing:kefu:ftjob-1');
  await expect(models().promote(version, { task: 'intents', by: BY })).rejects.toMatchObject({ code: 'wrong_task' });
  await models().rollback({ task: 'router', by: BY });
  expect(await models().currentName('router')).toBeUndefined();
});

it('tells why a job failed', async () => {
  server.fineTunes.setOutcome('failed');
  await expect(runFineTune(deps(), BEGIN)).rejects.toMatchObject({ code: 'finetune_failed' });
  expect(await newest()).toMatchObject({ state: 'failed', errorCode: 'finetune_failed', model: null });
});

it('goes on after a stop, without a second file or job', async () => {
  server.fineTunes.setOutcome('never');
  const stopped = runFineTune(deps(), BEGIN);
  await expect.poll(() => server.fineTunes.jobs[0]?.body.status).toBe('running');
  stop.abort(new Error('Ctrl-C'));
  await expect(stopped).rejects.toThrow();
  const run = await newest();
  expect(run?.state).toBe('failed');

  stop = new AbortController();
  server.fineTunes.jobs[0]?.ahead.push('succeeded');
  const version = await runFineTune(deps(), { by: BY, resume: run?.id ?? '' });
  expect(server.fineTunes.jobs).toHaveLength(1);
  expect(server.fineTunes.files.size).toBe(2);
  expect((await models().get(version)).name).toBe('ft:small:testing:kefu:ftjob-1');
});

it('finds the job again whose creation was never answered', async () => {
  server.fineTunes.loseNext('create');
  await expect(runFineTune(deps(), BEGIN)).rejects.toMatchObject({ code: 'finetune_unreachable' });
  await runFineTune(deps(), { by: BY, resume: (await newest())?.id ?? '' });
  expect(server.fineTunes.jobs).toHaveLength(1);
  expect(told).toContain('found job ftjob-1');
});

it('outlasts faults of the network while it uploads and looks', async () => {
  server.fineTunes.loseNext('upload');
  const running = runFineTune(deps(), BEGIN);
  await expect.poll(() => server.fineTunes.jobs.length).toBe(1);
  server.fineTunes.failNext(2);
  await expect(running).resolves.toBeGreaterThan(0);
});

it('cancels the job at the server when it is cancelled here', async () => {
  server.fineTunes.setOutcome('never');
  const running = runFineTune(deps(), BEGIN);
  const settled = running.catch((error: unknown) => error);
  await expect.poll(() => server.fineTunes.jobs[0]?.body.status).toBe('running');
  await runs().cancel((await newest())?.id ?? '');
  expect(await settled).toMatchObject({ code: 'cancelled' });
  expect(server.fineTunes.jobs[0]?.body.status).toBe('cancelled');
  expect((await newest())?.state).toBe('cancelled');
});

it('lets one run at a time', async () => {
  server.fineTunes.setOutcome('never');
  const first = runFineTune(deps(), BEGIN).catch(() => undefined);
  await expect.poll(() => server.fineTunes.jobs.length).toBe(1);
  await expect(runFineTune(deps(), BEGIN)).rejects.toMatchObject({ code: 'training_runs' });
  stop.abort(new Error('over'));
  await first;
});
