import { describe, expect, it } from 'vitest';
import type { TurnToLabelBody } from '../../api/types.ts';
import { addRequest, changeRequest, choicesOf, draftOf, inputOf, isComplete } from './draft.ts';

const turn: TurnToLabelBody = {
  turnId: 't',
  conversationId: 'c',
  at: '2026-11-28T10:00:00.000Z',
  text: '退货怎么弄',
  language: 'zh',
  route: 'knowledge',
  engine: 'local',
  doubt: 0.5,
  reply: null,
  rating: null,
  comment: null,
  unanswered: false,
  escalated: false,
  predicted: [
    {
      text: '退货怎么弄',
      intent: 'unclear',
      route: 'clarify',
      confidence: 0.3,
      slots: [],
      inContext: false,
      alternatives: [
        { intent: 'return_policy', confidence: 0.3 },
        { intent: 'return_request', confidence: 0.2 },
      ],
    },
  ],
  labels: [],
  disputed: false,
  before: [],
};
const intents = new Set(['return_policy', 'return_request']);

describe('a label being written', () => {
  it('offers what the engine held possible, never "unclear", then what was used last', () => {
    expect(choicesOf(turn, 0, ['return_request', 'greeting'])).toEqual(['return_policy', 'return_request', 'greeting']);
  });

  it('can be saved when each request has an intent that there is', () => {
    const draft = draftOf(turn, 'me');
    expect(isComplete(draft, intents)).toBe(false);
    const chosen = changeRequest(draft, 0, { intent: 'return_policy' });
    expect(isComplete(chosen, intents)).toBe(true);
    expect(isComplete(addRequest(chosen, '怎么弄'), intents)).toBe(false);
  });

  it('begins with one’s own label', () => {
    const own = {
      id: 'l',
      requests: [{ text: 'x', intent: 'return_request', slots: [], inContext: true }],
      reply: 'r',
      note: null,
      skipped: false,
      settles: false,
      labeller: 'me',
      updatedAt: turn.at,
    };
    expect(draftOf({ ...turn, labels: [own] }, 'me')).toMatchObject({ requests: own.requests, reply: 'r', note: '' });
    expect(draftOf({ ...turn, labels: [own] }, 'you').reply).toBe('');
  });

  it('sends nothing that is blank', () => {
    const draft = changeRequest(draftOf(turn, 'me'), 0, { slots: [{ key: 0, name: 'orderIds', value: ' ' }] });
    expect(inputOf(draft)).toMatchObject({ reply: null, note: null, requests: [{ slots: [] }] });
  });
});
