import { expect, it } from 'vitest';
import {
  aDialogue,
  anUnderstanding,
  aRequest,
  createScriptedLocal,
  startModelTurns,
} from '../../../testing/models/scripted-model-turn.ts';

const routed = { json: { requests: [{ text: 'hmm, and it?', intent: 'track_order', slots: {} }] } };
const unsure = createScriptedLocal((text) => anUnderstanding(aRequest({ text })));
const understanding = { text: 'hmm, and it?', dialogue: aDialogue, history: [] };

it('counts the tokens that the server tells of, call by call', async () => {
  const { model, open } = await startModelTurns({ local: unsure, script: [routed] });
  const session = open();
  await session.understand(understanding);
  const [request] = model.requests;
  expect(request?.stream_options).toEqual({ include_usage: true });
  expect(session.usage).toEqual({
    calls: 1,
    spared: 0,
    inputTokens: Math.ceil(JSON.stringify(request?.messages).length / 4),
    outputTokens: Math.ceil(JSON.stringify(routed.json).length / 4),
  });
});

it('counts a call that a sure local decision spared', async () => {
  const sure = aRequest({ intent: 'track_order', route: 'order', confidence: 0.95 });
  const { open } = await startModelTurns({ local: createScriptedLocal(() => anUnderstanding(sure)) });
  const session = open();
  await session.understand(understanding);
  expect(session.usage).toEqual({ calls: 0, spared: 1, inputTokens: 0, outputTokens: 0 });
});
