import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { startScriptedModel } from '../../../testing/models/scripted-model.ts';
import { aDialogue, aHit, createScriptedLocal, recordingWriter } from '../../../testing/models/scripted-model-turn.ts';
import { createEngine, type EngineOptions } from '../create-engine.ts';
import { createModelRouter } from './model-router.ts';

const logger = pino({ level: 'silent' });
const understandInput = { text: 'where is my parcel', dialogue: aDialogue, history: [] };
const answerInput = { question: 'Can books go back?', hits: [aHit()], language: 'en' as const, history: [] };

async function startServer() {
  const server = await startScriptedModel();
  onTestFinished(() => server.close());
  return server;
}
const model = (baseUrl: string, name: string) => ({ apiKey: 'k', baseUrl, model: name });
const open = (settings: Parameters<typeof createEngine>[0], options: EngineOptions = {}) =>
  createEngine(settings, createScriptedLocal(), logger, options);

it('sends decisions to one model and words to another, each on its own server', async () => {
  const [deciding, writing] = [await startServer(), await startServer()];
  const settings = {
    model: {
      ...model(writing.url, 'writes'),
      embeddingModel: undefined,
      timeoutMs: 2_000,
      router: model(deciding.url, 'decides'),
    },
  };
  const session = open(settings).open({ signal: new AbortController().signal });
  const { requests } = await session.understand(understandInput);
  expect(requests[0]?.intent).toBe('track_order');
  expect(session.name).toBe('decides');
  await session.writeAnswer(answerInput, recordingWriter());
  expect(session.name).toBe('writes');
  expect(deciding.requests.map((request) => request.model)).toEqual(['decides']);
  expect(writing.requests.map((request) => request.model)).toEqual(['writes']);
});

it('keeps writing while the router’s server is down', async () => {
  const [deciding, writing] = [await startServer(), await startServer()];
  deciding.setFault('500');
  const settings = {
    model: {
      ...model(writing.url, 'writes'),
      embeddingModel: undefined,
      timeoutMs: 2_000,
      router: model(deciding.url, 'decides'),
    },
  };
  const engine = open(settings);
  for (let i = 0; i < 6; i++) await engine.open({ signal: new AbortController().signal }).understand(understandInput);
  const session = engine.open({ signal: new AbortController().signal });
  await session.writeAnswer(answerInput, recordingWriter());
  expect(deciding.requests).toHaveLength(5);
  expect([session.name, session.degraded]).toEqual(['writes', false]);
});

it('takes up a promoted model at the next turn, and lets one under way end with its own', async () => {
  const server = await startServer();
  let promoted: string | undefined;
  const settings = { model: { ...model(server.url, 'base'), embeddingModel: undefined, timeoutMs: 2_000 } };
  const engine = open(settings, { modelFor: (task) => (task === 'router' ? promoted : undefined) });
  const before = engine.open({ signal: new AbortController().signal });
  promoted = 'ft:base:shop';
  await before.understand(understandInput);
  await engine.open({ signal: new AbortController().signal }).understand(understandInput);
  expect(server.requests.map((request) => request.model)).toEqual(['base', 'ft:base:shop']);
});

it('routes one text by a named model', async () => {
  const server = await startServer();
  const settings = { ...model(server.url, 'base'), embeddingModel: undefined, timeoutMs: 2_000 };
  const route = createModelRouter({ model: settings, local: createScriptedLocal(), logger });
  const signal = new AbortController().signal;
  const understood = await route({ text: 'please cancel it', dialogue: aDialogue }, { model: 'ft:1', signal });
  expect(understood.requests[0]?.intent).toBe('cancel_order');
  expect(server.requests.map((request) => request.model)).toEqual(['ft:1']);
});
