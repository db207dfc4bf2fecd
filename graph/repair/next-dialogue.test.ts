import { expect, it } from 'vitest';
import { readDialogue } from '../dialogue.ts';
import { partSchema } from '../state.ts';
import { nextDialogue } from './next-dialogue.ts';

const change = { id: 'c1', action: 'cancel_order', summary: '', changes: [], expiresAt: '' };
const waiting = { question: 'Shall I?', choices: ['Yes', 'No'], confirmation: change };
const told = partSchema.parse({ index: 0, intent: 'delivery_policy', route: 'knowledge', text: 'Two days.' });
const after = (open: Record<string, unknown>, asksAgain: boolean) => {
  const said = { texts: [], quickReplies: [], confirmation: change, offersHuman: false, asksAgain };
  const before = readDialogue({ open: { intent: 'cancel_order', question: 'Shall I?', ...open } });
  return nextDialogue(before, { parts: [told], settlement: null, text: 'how long' }, { waiting, said }).open;
};

it('remembers whether the last reply put the change again', () => {
  expect(after({ detours: 1 }, true)).toMatchObject({ detours: 2, put: true });
  expect(after({ detours: 3 }, false)).toMatchObject({ detours: 4, put: false });
});

it('a change that is put again is what a yes belongs to, whatever was asked beside it', () => {
  expect(after({ intent: 'compare_products', askedSlot: 'products' }, true)).toMatchObject({
    ...{ intent: 'cancel_order', askedSlot: undefined, choices: ['Yes', 'No'] },
  });
});
