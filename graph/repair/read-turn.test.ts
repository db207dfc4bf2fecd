import { expect, it } from 'vitest';
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
