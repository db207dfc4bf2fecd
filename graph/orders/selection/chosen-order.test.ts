import { expect, it } from 'vitest';
import { slotsSchema } from '../../../understanding/types.ts';
import { withoutChoice, withWish } from './chosen-order.ts';

const chosen = (wish: string, choice: string, intent: string) => {
  const dialogue = { wish, askedSlot: 'orderId', lastIntent: intent };
  const merged = withWish(
    {
      ...{ text: choice, intent, route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
      slots: slotsSchema.parse({}),
    },
    dialogue,
  );
  return { found: merged.text, told: withoutChoice(merged, dialogue).text };
};

it('finds the order by the choice and the wish, and reads the address or title from the wish that told it', () => {
  const address = '地址改成苏州平江路 8号';
  expect(chosen(address, '第二个', 'change_address')).toEqual({ found: `${address}\n第二个`, told: address });
  const invoice = 'an invoice made out to Fern & Sons Ltd';
  expect(chosen(invoice, 'BK-2', 'invoice_request').told).toBe(invoice);
});

it('reads both where the wish told nothing of it yet', () => {
  const both = 'change my address\nBK-2, 8 Rope Walk';
  expect(chosen('change my address', 'BK-2, 8 Rope Walk', 'change_address').told).toBe(both);
  expect(chosen('cancel it', 'the blue one', 'cancel_order').told).toBe('cancel it\nthe blue one');
});
