import { expect, it } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { readDialogue } from '../dialogue.ts';
import { readTurn } from './read-turn.ts';

const read = async (text: string, dialogue: Record<string, unknown>) => {
  const { understanding } = await readTurn({
    ...{ text, dialogue: readDialogue(dialogue), pending: null, fallbackLanguage: 'zh' },
    understand: async () => {
      throw new Error('Nothing is left to be understood.');
    },
  });
  return understanding.requests[0];
};

it('takes bare impatience for the order that was just talked about, and for the reply otherwise', async () => {
  const ofOrder = { lastRoute: 'order', lastIntent: 'track_order', focusOrderIds: ['A-1'], knownOrderIds: ['A-1'] };
  expect(await read('催一下', ofOrder)).toMatchObject({ intent: 'urge_delivery', route: 'order' });
  expect(await read('hurry up', ofOrder)).toMatchObject({ intent: 'urge_delivery' });
  const elsewhere = { ...ofOrder, lastRoute: 'knowledge', lastIntent: 'return_policy' };
  expect(await read('快点', elsewhere)).toMatchObject({ intent: 'dialogue_hurry' });
  expect(await read('hurry up', {})).toMatchObject({ intent: 'dialogue_hurry', route: 'clarify' });
});

const understood = (over: Partial<UnderstoodRequest>) => async () => ({
  language: 'en' as const,
  script: 'latn' as const,
  mood: 'neutral' as const,
  requests: [
    {
      text: '',
      intent: 'unclear',
      route: 'clarify' as const,
      confidence: 1,
      slots: slotsSchema.parse({}),
      isQuestion: false,
      alternatives: [],
      ...over,
    },
  ],
});

it('asks again which order is meant when the answer is a plain yes', async () => {
  const open = { intent: 'return_request', askedSlot: 'orderId', question: 'Which?', orderIds: ['A-1', 'A-2'] };
  const { understanding } = await readTurn({
    text: 'sure',
    dialogue: readDialogue({ open, askedSlot: 'orderId', lastRoute: 'order' }),
    pending: null,
    fallbackLanguage: 'en',
    understand: understood({ intent: 'affirm', route: 'smalltalk', slots: slotsSchema.parse({ answer: 'yes' }) }),
  });
  expect(understanding.requests[0]).toMatchObject({ intent: 'dialogue_silence', route: 'order' });
});

it('keeps the language of the talk when the address that was asked for is in another', async () => {
  const { understanding } = await readTurn({
    text: '8 Harbour Road, Wan Chai',
    dialogue: readDialogue({ language: 'zh', askedSlot: 'address', lastRoute: 'order' }),
    pending: null,
    fallbackLanguage: 'zh',
    understand: understood({}),
  });
  expect(understanding.language).toBe('zh');
});
