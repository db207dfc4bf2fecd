import { expect, it } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { ofTheWayBack } from './way-back.ts';

const asked = (text: string, change: string | undefined, slots: Record<string, unknown> = {}): UnderstoodRequest =>
  ofTheWayBack(
    {
      ...{ text, intent: 'payment_question', route: 'knowledge' as const, confidence: 0.6, alternatives: [] },
      ...{ slots: slotsSchema.parse(slots), isQuestion: true },
    },
    change,
  );

it.each([
  ['is the postage on me?', 'return_order', 'return_policy', 'is the postage on me for a return?'],
  ['do I have to pay postage', 'exchange_order', 'exchange_policy', 'do I have to pay postage for an exchange?'],
  ['要我出运费吗', 'return_request', 'return_policy', '退货要我出运费吗'],
  ['什么时候上门取件', 'return_order', 'return_policy', '退货什么时候上门取件'],
  ['who pays?', 'return_order', 'return_policy', 'who pays for a return?'],
  ['do you pick it up?', 'return_order', 'return_policy', 'do you pick it up for a return?'],
  ['运费谁出啊', 'exchange_request', 'exchange_policy', '换货运费谁出啊'],
])('what is asked while goods go back: %s (%s)', (text, change, intent, question) => {
  expect(asked(text, change)).toMatchObject({ intent, route: 'knowledge', text: question });
});

it('leaves the postage of a new order, and all else that is asked', () => {
  expect(asked('is the postage on me?', undefined).intent).toBe('payment_question');
  expect(asked('is the postage on me?', 'change_address').intent).toBe('payment_question');
  expect(asked('when does it ship', 'return_order').intent).toBe('payment_question');
  expect(asked('运费多少', 'return_order', { products: [{ productId: 'tent', score: 1 }] }).text).toBe('运费多少');
});

it('asks how long the exchange takes, not where the parcel is that was delivered', () => {
  const long = { text: 'how long will that take', intent: 'track_order', route: 'order' as const, confidence: 0.6 };
  const request = { ...long, slots: slotsSchema.parse({}), isQuestion: true, alternatives: [] };
  expect(ofTheWayBack(request, 'exchange_order')).toMatchObject({ intent: 'exchange_policy', route: 'knowledge' });
  expect(ofTheWayBack(request, 'track_order').intent).toBe('track_order');
});
