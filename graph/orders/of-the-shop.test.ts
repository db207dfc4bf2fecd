import { expect, it } from 'vitest';
import { slotsSchema } from '../../understanding/types.ts';
import { readDialogue } from '../dialogue.ts';
import { isGuess, mayBeOfTheShop, wishesByRule } from './of-the-shop.ts';

const may = (text: string, intent: string, isCustomer: boolean, dialogue: Record<string, unknown> = {}) =>
  mayBeOfTheShop(
    {
      request: {
        ...{ text, intent, route: 'order', confidence: 0.9, isQuestion: !text.startsWith('invoice'), alternatives: [] },
        slots: slotsSchema.parse({}),
      },
      dialogue: readDialogue(dialogue),
    },
    isCustomer,
  );

it('a question of any order or parcel may be settled by the shop’s documents, whoever asks', () => {
  for (const isCustomer of [true, false]) {
    expect(may('Do you post a parcel above 20 kg?', 'change_address', isCustomer)).toBe(true);
    expect(may('订单满 200 有赠品吗', 'list_orders', isCustomer)).toBe(true);
  }
});

it('a question of an order of one’s own never is', () => {
  for (const isCustomer of [true, false])
    for (const [text, intent] of [
      ['can I return my parcel?', 'return_request'],
      ['where is the parcel?', 'track_order'],
      ['快递到哪了', 'track_order'],
      ['我的订单满200了吗', 'list_orders'],
    ] as const)
      expect(may(text, intent, isCustomer)).toBe(false);
});

it('how far a refund or parcel is, a customer asks of one’s own, in whatever words', () => {
  expect(may('has a refund been paid?', 'refund_status', true)).toBe(false);
  expect(may('is any parcel on its way?', 'track_order', true)).toBe(false);
});

it('only of a visitor is taken that no order is meant where none is named, and none was looked up', () => {
  const ask = 'is delivery to the islands dear?';
  expect(may(ask, 'change_address', false)).toBe(true);
  expect(may(ask, 'change_address', true)).toBe(false);
  expect(may(ask, 'change_address', false, { focusOrderIds: ['Q-1'] })).toBe(false);
  expect(may(ask, 'change_address', false, { askedSlot: 'orderId' })).toBe(false);
});

it('a visitor’s invoice is first of all how one comes to it, whatever it is asked by', () => {
  expect(may('invoice with VAT number', 'invoice_request', false)).toBe(true);
  expect(may('invoice for my order', 'invoice_request', false)).toBe(false);
  expect(may('invoice with VAT number', 'invoice_request', true)).toBe(false);
});

const wish = (intent: string, slots: Record<string, unknown> = {}) =>
  wishesByRule({
    ...{ text: 'it came cracked', intent, route: 'order', confidence: 0.9, isQuestion: false, alternatives: [] },
    slots: slotsSchema.parse(slots),
  });

it('a visitor’s wish is told the rules for it, unless the order is named that it is of', () => {
  expect(wish('damaged_or_wrong_item')).toBe(true);
  expect(wish('return_request')).toBe(true);
  expect(wish('delivery_not_received')).toBe(true);
  expect(wish('track_order')).toBe(false);
  expect(wish('return_request', { orderIds: ['TS-4001'] })).toBe(false);
});

it('what is only guessed to be of an order of one’s own, in a talk of none, is asked of the documents', () => {
  const guessed = (confidence: number, more: Record<string, unknown> = {}, isQuestion = true) =>
    isGuess({
      request: {
        ...{ text: 'could it be that this was slept on', intent: 'return_request', route: 'order', confidence },
        ...{ isQuestion, alternatives: [], slots: slotsSchema.parse({}) },
      },
      dialogue: readDialogue(more),
    });
  expect(guessed(0.4)).toBe(true);
  expect(guessed(0.8)).toBe(false);
  expect(guessed(0.4, { focusOrderIds: ['TS-4001'] })).toBe(false);
  expect(guessed(0.4, {}, false)).toBe(false);
});

it('what only leans on the order in view for want of better may be told by the documents', () => {
  const asks = (confidence: number) =>
    mayBeOfTheShop(
      {
        request: {
          ...{ text: 'how long until you call it lost', intent: 'list_orders', route: 'order', confidence },
          ...{ isQuestion: true, alternatives: [], slots: slotsSchema.parse({}) },
        },
        dialogue: readDialogue({ focusOrderIds: ['TS-4001'] }),
      },
      true,
    );
  expect(asks(0.3)).toBe(true);
  expect(asks(0.8)).toBe(false);
});
