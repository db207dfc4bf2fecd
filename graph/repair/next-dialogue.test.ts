import { expect, it } from 'vitest';
import { slotsSchema, understandingSchema } from '../../understanding/types.ts';
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

it('an order that was named comes into view, whatever was asked of it', () => {
  const before = readDialogue({ focusOrderIds: ['B-100'] });
  const asked = { text: 'do you wrap B-200', intent: 'unclear', route: 'knowledge', confidence: 1, alternatives: [] };
  const understanding = understandingSchema.parse({
    ...{ language: 'en', script: 'latn', mood: 'neutral' },
    requests: [{ ...asked, isQuestion: true, slots: slotsSchema.parse({ orderIds: ['B-200'] }) }],
  });
  const state = { parts: [told], settlement: null, text: asked.text };
  const said = { texts: [], quickReplies: [], confirmation: null, offersHuman: false, asksAgain: false };
  const view = (more: object) =>
    nextDialogue(before, { ...state, ...more }, { waiting: undefined, said }).focusOrderIds;
  expect(view({ understanding })).toEqual(['B-200']);
  expect(view({})).toEqual(['B-100']);
});

it('goods stay in view beside a question of something else, and a list stays known when one of it is chosen', () => {
  const said = { texts: [], quickReplies: [], confirmation: null, offersHuman: false, asksAgain: false };
  const part = (index: number, focusProductIds: string[]) =>
    partSchema.parse({ ...told, index, dialogue: { focusProductIds } });
  const after = (parts: ReturnType<typeof part>[], before = {}) =>
    nextDialogue(readDialogue(before), { parts, settlement: null, text: '' }, { waiting: undefined, said });
  expect(after([part(0, ['rug']), part(1, [])])).toMatchObject({ focusProductIds: ['rug'] });
  const listed = after([part(0, ['rug', 'mat'])]);
  expect(listed).toMatchObject({ shownProductIds: ['rug', 'mat'] });
  expect(after([part(0, ['mat'])], listed)).toMatchObject({
    ...{ focusProductIds: ['mat'], shownProductIds: ['rug', 'mat'] },
  });
});

it('keeps what was carried out in mind', () => {
  const said = { texts: [], quickReplies: [], confirmation: null, offersHuman: false, asksAgain: false };
  const settled = partSchema.parse({ ...told, dialogue: { done: ['A-1 is cancelled.'] } });
  const state = { parts: [settled], settlement: null, text: 'yes' };
  const after = nextDialogue(readDialogue({ done: ['B-2 goes to York.'] }), state, { waiting: undefined, said });
  expect(after.done).toEqual(['B-2 goes to York.', 'A-1 is cancelled.']);
});
