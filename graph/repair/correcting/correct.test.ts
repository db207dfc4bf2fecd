import { expect, it } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { contextOf, readDialogue } from '../../dialogue.ts';
import { correct } from './correct.ts';

const bike = slotsSchema.parse({ products: [{ productId: 'gravel', score: 0.9 }] });
const afterPressure = readDialogue({
  lastRoute: 'knowledge',
  lastIntent: 'product_question',
  lastQuestion: 'tyre pressure',
});

async function corrected(rest: string, slots: UnderstoodRequest['slots'], dialogue = afterPressure) {
  const understood: UnderstoodRequest = {
    text: rest,
    intent: 'unclear',
    route: 'clarify',
    confidence: 0.3,
    slots,
    isQuestion: false,
    alternatives: [],
  };
  const { understanding } = await correct({
    correction: { rest, other: false },
    dialogue,
    open: undefined,
    pending: null,
    context: {
      fallbackLanguage: 'en',
      pendingConfirmation: false,
      offeredHuman: false,
      focusOrderIds: [],
      focusProductIds: [],
    },
    understand: async () => ({ language: 'en', script: 'latn', mood: 'neutral', requests: [understood] }),
  });
  return understanding.requests[0];
}

it('a correction that names a thing asks the last question of it', async () => {
  expect(await corrected('for the gravel bike', bike)).toMatchObject({
    intent: 'product_question',
    route: 'knowledge',
    text: 'tyre pressure for the gravel bike',
  });
});

it('one with a question of its own, or that names nothing, is read as it stands', async () => {
  expect((await corrected('how much is the gravel bike', bike))?.text).toBe('how much is the gravel bike');
  expect((await corrected('something else', slotsSchema.parse({})))?.intent).toBe('unclear');
});

it('a correction of what waits for its yes puts it as corrected', async () => {
  const text = 'make it out to Tove Lund';
  const request = { text, intent: 'out_of_scope', route: 'decline' as const, slots: slotsSchema.parse({}) };
  const understood = { ...request, confidence: 1, isQuestion: false, alternatives: [] };
  const reading = await correct({
    correction: { rest: text, other: false },
    dialogue: readDialogue({ draft: { intent: 'invoice_request', orderId: 'A-1', args: {} }, lastRoute: 'order' }),
    open: { intent: 'invoice_request', orderIds: ['A-1'] },
    pending: { id: 'c1', action: 'request_invoice' },
    context: contextOf(readDialogue({}), true, 'en'),
    understand: async () => ({ language: 'en', script: 'latn', mood: 'neutral', requests: [understood] }),
  });
  expect(reading.settlement).toBeNull();
  expect(reading.understanding.requests[0]).toMatchObject({ intent: 'invoice_request', route: 'order', text });
  expect(reading.dialogue.focusOrderIds).toEqual(['A-1']);
});

it('one that names a thing and no deed is no other change than the one that waits', async () => {
  const curtains: UnderstoodRequest = {
    ...{ text: 'my other order, the curtains', intent: 'change_items', route: 'order', confidence: 0.97 },
    ...{ isQuestion: false, alternatives: [], slots: slotsSchema.parse({ products: [{ productId: 'c', score: 1 }] }) },
  };
  const dialogue = readDialogue({ lastRoute: 'order', lastIntent: 'change_address', focusOrderIds: ['A-1'] });
  const { understanding } = await correct({
    correction: { rest: curtains.text, other: false },
    dialogue,
    open: { intent: 'change_address', orderIds: [] },
    pending: { id: 'c1', action: 'change_address' },
    context: contextOf(dialogue, true, 'en'),
    understand: async () => ({ language: 'en', script: 'latn', mood: 'neutral', requests: [curtains] }),
  });
  expect(understanding.requests[0]).toMatchObject({ intent: 'change_address', route: 'order' });
});
