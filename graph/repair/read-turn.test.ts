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

const draft = { intent: 'return_request', orderId: 'A-1', args: {} };
const pending = { id: 'c1', action: 'return_order' };
const affirms = understood({ intent: 'affirm', route: 'order', slots: slotsSchema.parse({ answer: 'yes' }) });
const turn = (
  text: string,
  dialogue: Record<string, unknown>,
  understand = affirms,
  waits: typeof pending | null = pending,
) => readTurn({ text, dialogue: readDialogue(dialogue), pending: waits, fallbackLanguage: 'en', understand });

it('a yes to a later question carries out nothing that waited before it', async () => {
  const open = { intent: 'exchange_request', askedSlot: 'fault', question: 'Is it faulty?', orderIds: ['A-1'] };
  expect((await turn('yes', { open, draft, lastRoute: 'order' })).settlement).toBeNull();
  expect((await turn('yes', { draft, lastRoute: 'order' })).settlement).toMatchObject({ approve: true });
});

it('puts the changes of one message one after the other', async () => {
  const wish = (text: string, intent: string, orderIds: string[]) => ({
    ...{ text, intent, route: 'order' as const, confidence: 1, isQuestion: false, alternatives: [] },
    slots: slotsSchema.parse({ orderIds }),
  });
  const requests = [
    wish('cancel A-1', 'cancel_order', ['A-1']),
    wish('an invoice for A-2', 'invoice_request', ['A-2']),
  ];
  const both = async () => ({ language: 'en' as const, script: 'latn' as const, mood: 'neutral' as const, requests });
  const first = await turn('cancel A-1 and an invoice for A-2', {}, both, null);
  expect(first.understanding.requests).toEqual([requests[0]]);
  expect(first.dialogue.upNext).toMatchObject([{ intent: 'invoice_request', orderIds: ['A-2'] }]);

  const settled = await turn('yes', first.dialogue);
  expect(settled.settlement).toMatchObject({ approve: true, andThen: true });
  expect(settled.understanding.requests[0]).toMatchObject({ intent: 'invoice_request', slots: { orderIds: ['A-2'] } });
  expect(settled.dialogue.upNext).toEqual([]);
});

it('another deed answers no question about a first one', async () => {
  const open = { intent: 'track_order', askedSlot: 'orderId', question: 'Which?', orderIds: ['A-1', 'A-2'] };
  const cancels = understood({
    ...{ text: '帮我取消台扇那单', intent: 'cancel_order', route: 'order' },
    slots: slotsSchema.parse({ products: [{ productId: 'fan', score: 1 }] }),
  });
  const { understanding, dialogue } = await turn('帮我取消台扇那单', { open, askedSlot: 'orderId' }, cancels, null);
  expect(understanding.requests[0]).toMatchObject({ intent: 'cancel_order' });
  expect(dialogue).toMatchObject({ open: null, askedSlot: undefined, focusOrderIds: [] });
});

it('a question in between that sounds like a deed is none', async () => {
  const open = { intent: 'list_orders', askedSlot: 'orderId', question: 'Its number?', orderIds: [] };
  const asks = understood({ text: '能换现金吗', intent: 'payment_question', route: 'knowledge', isQuestion: true });
  const { understanding } = await turn('能换现金吗', { open, askedSlot: 'orderId' }, asks, null);
  expect(understanding.requests[0]).toMatchObject({ intent: 'payment_question', route: 'knowledge' });
});

it('a yes asks for what was offered instead, and a nod does not', async () => {
  const offer = { intent: 'return_request', text: 'return order A-1', orderIds: ['A-1'] };
  const dialogue = { offer, lastRoute: 'order', lastIntent: 'cancel_order', focusOrderIds: ['A-1'] };
  const affirm = understood({ intent: 'affirm', route: 'smalltalk', slots: slotsSchema.parse({ answer: 'yes' }) });
  const begun = await turn('yes please', dialogue, affirm, null);
  expect(begun.settlement).toBeNull();
  expect(begun.understanding.requests[0]).toMatchObject({ intent: 'return_request', slots: { orderIds: ['A-1'] } });
  const [nodded] = (await turn('ok', dialogue, affirm, null)).understanding.requests;
  expect(nodded).toMatchObject({ intent: 'affirm' });
});

it('a yes after talk of something else carries nothing out; the change is put again', async () => {
  const open = { intent: 'return_request', question: 'Shall I?', orderIds: ['A-1'] };
  const passed = await turn('好的', { open: { ...open, put: false }, draft, lastRoute: 'knowledge' });
  expect(passed.settlement).toBeNull();
  expect(passed.understanding.requests[0]).toMatchObject({ intent: 'dialogue_repeat' });
  expect((await turn('好的', { open, draft, lastRoute: 'order' })).settlement).toMatchObject({ approve: true });
});

it('a no that leaves something as it is drops the change that waits', async () => {
  const open = { intent: 'return_request', question: 'Shall I?', orderIds: ['A-1'] };
  const read = await turn('no, leave the other one', { open, draft, lastRoute: 'order' });
  expect(read.settlement).toMatchObject({ approve: false });
  expect(read.understanding.requests[0]).toMatchObject({ intent: 'dialogue_cancel' });
});

it('a word that confirms is told that nothing waits for it', async () => {
  const affirm = understood({ intent: 'affirm', route: 'smalltalk', slots: slotsSchema.parse({ answer: 'yes' }) });
  const { understanding } = await turn('确认', { lastRoute: 'order', lastIntent: 'undo_change' }, affirm, null);
  expect(understanding.requests[0]).toMatchObject({ intent: 'dialogue_cancel', route: 'smalltalk' });
});

it('a second wish beside a change is a change, and comes after it', async () => {
  const wish = (text: string, intent: string, route: 'order' | 'knowledge') => ({
    ...{ text, intent, route, confidence: 1, isQuestion: false, alternatives: [] },
    slots: slotsSchema.parse({}),
  });
  const requests = [
    wish('drop the kettle', 'change_items', 'order'),
    wish('make the toaster white', 'stock_question', 'knowledge'),
  ];
  const both = async () => ({ language: 'en' as const, script: 'latn' as const, mood: 'neutral' as const, requests });
  const read = await turn('drop the kettle and make the toaster white', {}, both, null);
  expect(read.understanding.requests).toHaveLength(1);
  expect(read.dialogue.upNext).toMatchObject([{ intent: 'change_items', text: 'make the toaster white' }]);
});

it('a no to which one ends the question', async () => {
  const open = { intent: 'exchange_request', askedSlot: 'orderId', question: 'Which?', orderIds: ['A-1', 'A-2'] };
  const denies = understood({ intent: 'deny', route: 'smalltalk', slots: slotsSchema.parse({ answer: 'no' }) });
  const { understanding } = await turn('不', { open, askedSlot: 'orderId' }, denies, null);
  expect(understanding.requests[0]).toMatchObject({ intent: 'dialogue_cancel' });
});

it('a yes that names another deed than the one that waits settles nothing', async () => {
  for (const [text, action] of [
    ['yes, cancel it', 'return_order'],
    ['好的，取消吧', 'exchange_order'],
  ] as const) {
    const { settlement, understanding } = await readTurn({
      ...{ text, fallbackLanguage: 'en', pending: { id: 'p1', action } },
      dialogue: readDialogue({ open: { intent: 'return_request', question: 'Shall I?' }, lastRoute: 'order' }),
      understand: understood({ intent: 'affirm', route: 'smalltalk', slots: slotsSchema.parse({ answer: 'yes' }) }),
    });
    expect(settlement).toBeNull();
    expect(understanding.requests[0]).toMatchObject({ intent: 'dialogue_repeat' });
  }
});

it('a change that is given up in the first words is off, and the rest is asked', async () => {
  const open = { intent: 'cancel_order', question: 'Shall I?', orderIds: ['A-1'] };
  const asks = understood({ intent: 'track_order', route: 'order', isQuestion: true });
  for (const text of ['ok leave it then, when does it arrive?', '算了不取消了，帮我看看到哪了']) {
    const read = await turn(text, { open, draft, lastRoute: 'order' }, asks);
    expect(read.settlement).toMatchObject({ approve: false, andThen: true });
    expect(read.understanding.requests[0]).toMatchObject({ intent: 'track_order' });
  }
});

it('a change that is given up with its reason is off, and nothing is asked', async () => {
  const open = { intent: 'exchange_request', question: 'Shall I?', orderIds: ['A-1'] };
  const says = understood({ intent: 'price_question', route: 'knowledge' });
  const given = await turn('cancel that, found it for less', { open, draft, lastRoute: 'order' }, says);
  expect(given.settlement).toMatchObject({ approve: false });
  expect(given.understanding.requests).toMatchObject([{ intent: 'dialogue_cancel' }]);
});

it('what is to stay as it is, where nothing is being changed, changes nothing', async () => {
  const ofOrder = { lastRoute: 'order', lastIntent: 'change_address', focusOrderIds: ['A-1'] };
  expect(await read('and leave the first one as it is', ofOrder)).toMatchObject({ intent: 'dialogue_cancel' });
  expect(await read('蜡烛别动', ofOrder)).toMatchObject({ intent: 'dialogue_cancel' });
  const both = turn('蜡烛不要了 毯子别动', ofOrder, understood({ intent: 'cancel_order', route: 'order' }), null);
  expect((await both).understanding.requests[0]).toMatchObject({ intent: 'cancel_order' });
});

it('who takes the wish for a person back is answered by the assistant', async () => {
  const tracks = understood({ intent: 'track_order', route: 'order' });
  const called = { lastRoute: 'escalate', lastIntent: 'human_agent', focusOrderIds: ['A-1'] };
  const { understanding, dialogue } = await turn('forget it, just tell me the tracking number', called, tracks, null);
  expect(understanding.requests[0]).toMatchObject({ intent: 'track_order' });
  expect(dialogue.refusedHuman).toBe(true);
});

it('"do it" where nothing waits does not sound as if something had been done', async () => {
  const affirm = understood({ intent: 'affirm', route: 'smalltalk', slots: slotsSchema.parse({ answer: 'yes' }) });
  const { understanding } = await turn('ok do it', { lastRoute: 'order', lastIntent: 'return_request' }, affirm, null);
  expect(understanding.requests[0]).toMatchObject({ intent: 'dialogue_cancel', route: 'smalltalk' });
});

it('what is kept is of the order that was put, and what was put of it is off', async () => {
  const lamp = slotsSchema.parse({ products: [{ productId: 'lamp', score: 1 }] });
  const { settlement, understanding } = await readTurn({
    ...{ text: 'not the lamp!', fallbackLanguage: 'en', pending: { id: 'c1', action: 'cancel_order' } },
    dialogue: readDialogue({ draft: { ...draft, intent: 'cancel_order' }, lastRoute: 'order' }),
    understand: understood({ text: 'not the lamp!', intent: 'troubleshooting', route: 'knowledge', slots: lamp }),
  });
  expect(settlement).toMatchObject({ approve: false, andThen: true });
  expect(understanding.requests[0]).toMatchObject({ intent: 'cancel_order', slots: { orderIds: ['A-1'] } });
});

it('a yes to the only choice that was offered takes it', async () => {
  const open = {
    intent: 'change_items',
    askedSlot: 'variant',
    question: 'Which?',
    choices: ['White'],
    orderIds: ['A-1'],
  };
  const affirm = understood({ intent: 'affirm', route: 'smalltalk', slots: slotsSchema.parse({ answer: 'yes' }) });
  const { understanding } = await turn('可以的', { open, askedSlot: 'variant', lastRoute: 'order' }, affirm, null);
  expect(understanding.requests[0]).toMatchObject({ intent: 'change_items', route: 'order', text: 'White' });
});
