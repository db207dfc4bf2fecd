import { expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { slotsSchema } from '../../understanding/types.ts';
import { dropsLine } from './drops-line.ts';

const item = (line: number, name: string) => ({
  ...{ line, product_id: `p${line}`, variant_id: null, name, quantity: 1, unit_price: 5 },
});
const order = anOrder({ status: 'paid', items: [item(1, 'Wool Socks'), item(2, 'Leather Belt')] });
const drops = (text: string, of = order) =>
  dropsLine(
    {
      ...{ text, intent: 'cancel_order', route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
      slots: slotsSchema.parse({}),
    },
    of,
  );

it('one thing of an order that holds more is taken out of it', () => {
  expect(drops('cancel the socks')).toBe(true);
  expect(drops('cancel the order with the socks')).toBe(false);
  expect(drops('cancel the socks from my last paid order')).toBe(true);
  expect(drops('把订单里的 Wool Socks 取消')).toBe(true);
  expect(drops('for the order with the belt, drop the socks')).toBe(true);
  expect(drops('cancel everything that was not sent only the socks')).toBe(true);
  expect(drops('cancel the socks and the belt')).toBe(false);
  expect(drops('cancel the order but keep the belt')).toBe(true);
  expect(drops('除了 Leather Belt 都取消')).toBe(true);
  expect(drops('just cancel the socks, keep the belt')).toBe(true);
  expect(drops('from the belt order I want no socks')).toBe(true);
  expect(drops('cancel the belt order')).toBe(false);
  expect(drops('cancel it')).toBe(false);
});

it('a number beside the thing names the order that it is in', () => {
  const request = { intent: 'cancel_order', route: 'order' as const, confidence: 1, isQuestion: false };
  const slots = slotsSchema.parse({ orderIds: ['A-1201'] });
  const of = (text: string) => dropsLine({ ...request, text, slots, alternatives: [] }, order);
  expect(of('cancel the socks from A-1201')).toBe(true);
  expect(of('cancel A-1201, the socks are too small')).toBe(false);
});

it('an order of one thing, and one that was sent, are no case of it', () => {
  expect(drops('cancel the socks', anOrder({ status: 'paid', items: [item(1, 'Wool Socks')] }))).toBe(false);
  expect(drops('cancel the socks', { ...order, status: 'shipped' })).toBe(false);
});
