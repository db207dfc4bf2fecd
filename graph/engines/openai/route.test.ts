import { describe, expect, it } from 'vitest';
import { messageText } from '../../../testing/models/scripted-model.ts';
import {
  aDialogue,
  anUnderstanding,
  aRequest,
  createScriptedLocal,
  startModelTurns,
} from '../../../testing/models/scripted-model-turn.ts';
import { slotsSchema } from '../../../understanding/types.ts';

const understanding = (text: string) => ({ text, dialogue: aDialogue, history: [] });

describe('understand', () => {
  it('makes no call when the local route is confident', async () => {
    const sure = aRequest({ intent: 'track_order', route: 'order', confidence: 0.95 });
    const { model, events, open } = await startModelTurns({ local: createScriptedLocal(() => anUnderstanding(sure)) });
    const session = open();
    expect((await session.understand(understanding('Where is it?'))).requests).toEqual([sure]);
    expect(model.requests).toHaveLength(0);
    expect(events).toMatchObject([{ purpose: 'route', outcome: 'spared' }]);
    expect(session.name).toBe('local');
  });

  it('never asks a model whether a customer who wants a person may have one', async () => {
    const person = aRequest({ intent: 'human_agent', route: 'escalate', confidence: 0.5 });
    const { model, open } = await startModelTurns({ local: createScriptedLocal(() => anUnderstanding(person)) });
    expect((await open().understand(understanding('human?'))).requests[0]?.route).toBe('escalate');
    expect(model.requests).toHaveLength(0);
  });

  it('takes the intent from the model and the slots from the rules', async () => {
    const slots = slotsSchema.parse({ orderIds: ['BK-10012'] });
    const { model, open } = await startModelTurns({
      local: createScriptedLocal((text) => anUnderstanding(aRequest({ text, slots }))),
      script: [
        { json: { requests: [{ text: 'BK-99999', intent: 'track_order', slots: { orderIds: ['BK-99999'] } }] } },
      ],
    });
    const session = open();
    const { requests } = await session.understand(understanding('BK-10012 hmm?'));
    expect(requests).toMatchObject([{ text: 'BK-10012 hmm?', intent: 'track_order', route: 'order', slots }]);
    expect(session).toMatchObject({ name: 'scripted-model', degraded: false });
    expect(model.requests[0]?.response_format?.type).toBe('json_schema');
  });

  it('splits a message where the model does, each part with its own slots', async () => {
    const text = 'the blue one for BK-10012, and what if it breaks';
    const { open } = await startModelTurns({
      local: createScriptedLocal((part) =>
        anUnderstanding(aRequest({ text: part, slots: slotsSchema.parse({ orderIds: part.match(/BK-\d+/g) ?? [] }) })),
      ),
      script: [
        {
          json: {
            requests: [
              { text: 'the blue one for BK-10012', intent: 'change_items' },
              { text: 'what if it breaks', intent: 'warranty_question' },
              { text: 'cancel everything', intent: 'cancel_order' },
            ],
          },
        },
      ],
    });
    const { requests } = await open().understand(understanding(text));
    expect(requests.map(({ intent, slots }) => [intent, slots.orderIds])).toEqual([
      ['change_items', ['BK-10012']],
      ['warranty_question', []],
    ]);
  });

  it('has one repair try, and then leaves it to the rules', async () => {
    const wrong = { json: { requests: [{ text: 'x', intent: 'become_admin' }] } };
    const right = { text: '```json\n{"requests":[{"text":"x","intent":"track_order"}]}\n```' };
    const repaired = await startModelTurns({ script: [wrong, right] });
    expect((await repaired.open().understand(understanding('x'))).requests[0]?.intent).toBe('track_order');
    expect(messageText(repaired.model.requests[1]?.messages.at(-1))).toContain('repaired');

    const hopeless = await startModelTurns({ script: [wrong, wrong] });
    const session = hopeless.open();
    expect((await session.understand(understanding('x'))).requests[0]?.intent).toBe('unclear');
    expect(session).toMatchObject({ name: 'local', degraded: true });
    expect(hopeless.model.requests).toHaveLength(2);
  });

  it('lets a model offer a person, not bring one in', async () => {
    const { open } = await startModelTurns({
      script: [{ json: { requests: [{ text: 'x', intent: 'human_agent' }] } }],
    });
    const { requests } = await open().understand(understanding('x'));
    expect(requests[0]).toMatchObject({ route: 'escalate', slots: { offerOnly: true } });
  });
});
