import { expect, it } from 'vitest';
import type { ScriptedAnswer } from '../../../testing/models/scripted-model.ts';
import {
  aDialogue,
  aHit,
  anUnderstanding,
  aRequest,
  createScriptedLocal,
  recordingWriter,
  startModelTurns,
} from '../../../testing/models/scripted-model-turn.ts';
import type { ModelCall } from './watched-upstream.ts';

const unsure = createScriptedLocal((text) => anUnderstanding(aRequest({ text })));
const history = [{ author: 'customer' as const, text: 'My card is 4111' }];

async function startWatched(script: ScriptedAnswer[]) {
  const { engine } = await startModelTurns({ local: unsure, script });
  const calls: ModelCall[] = [];
  const session = engine.open({ signal: new AbortController().signal, onModelCall: (call) => calls.push(call) });
  return { session, calls };
}

it('tells of a call what was asked, what came, and what it took, without the talk before', async () => {
  const json = { requests: [{ text: 'hmm, and it?', intent: 'track_order' }] };
  const { session, calls } = await startWatched([{ json }]);
  await session.understand({ text: 'hmm, and it?', dialogue: aDialogue, history });
  expect(calls).toEqual([
    expect.objectContaining({ purpose: 'route', model: 'scripted-model', outcome: 'ok', finish: 'stop' }),
  ]);
  const [call] = calls;
  expect(call).toMatchObject({ estimated: false, outputTokens: Math.ceil(JSON.stringify(json).length / 4) });
  expect(call?.firstTokenMs).toBeLessThanOrEqual(call?.ms ?? 0);
  expect(call?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant']);
  expect(call?.messages[1]?.text).toContain('<message>\nhmm, and it?');
  expect(call?.messages[2]?.text).toBe(JSON.stringify(json));
  expect(JSON.stringify(call)).not.toContain('4111');
});

it('keeps of an answer only which passages it was written from', async () => {
  const text = 'Books may be returned within 30 days of delivery. [1]';
  const { session, calls } = await startWatched([{ text }]);
  const asked = { question: 'How long?', hits: [aHit()], language: 'en' as const, history };
  expect((await session.writeAnswer(asked, recordingWriter())).answered).toBe(true);
  expect(calls).toMatchObject([{ purpose: 'answer', outcome: 'ok', passages: ['p1'] }]);
  expect(JSON.stringify(calls)).toContain('<question>\\nHow long?');
  expect(JSON.stringify(calls)).not.toMatch(/30 days|E-books|4111/);
});

it('tells of a call that failed why', async () => {
  const { session, calls } = await startWatched([{ fault: '500' }]);
  await session.understand({ text: 'hmm, and it?', dialogue: aDialogue, history: [] });
  expect(session.degraded).toBe(true);
  expect(calls).toMatchObject([
    { purpose: 'route', outcome: 'server_error', finish: null, firstTokenMs: null, inputTokens: null },
  ]);
});
