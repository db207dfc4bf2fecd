import { expect, it } from 'vitest';
import type { Reply } from '../harness/shop-target.ts';
import { foreignOrders, rightOrder, rightRoute, rightSource } from './scorers.ts';

const reply = (change: Partial<Reply> = {}): Reply => ({
  conversationId: 'c',
  messageId: 'm',
  status: 'bot',
  route: 'order',
  intent: 'track_order',
  confidence: 1,
  language: 'en',
  text: 'Order A1 is on its way.',
  citations: [],
  cards: ['A1'].map((orderId) => ({ type: 'shipment', orderId, shipments: [] })),
  confirmation: null,
  engine: 'local',
  degraded: false,
  ...change,
});
const one = { language: 'en', text: '?', route: 'order', orders: ['A1'], sources: ['warranty'] } as const;
const asked = { ...one, orders: [...one.orders], sources: [...one.sources] };
const routed = (change: Partial<Reply> = {}, sources: string[] = []) => ({
  reply: reply(change),
  sources,
  foreign: [],
});

it('tells the right route from another', () => {
  expect(rightRoute(routed(), asked).passed).toBe(true);
  expect(rightRoute(routed({ route: 'clarify' }), asked).passed).toBe(false);
});

it('wants one of the sources', () => {
  expect(rightSource(routed({}, ['other', 'warranty']), asked)?.passed).toBe(true);
  expect(rightSource(routed({}, ['other']), asked)?.passed).toBe(false);
  expect(rightSource(routed({}, []), asked)?.passed).toBe(false);
  expect(rightSource(routed(), { ...asked, sources: undefined as never })).toBeUndefined();
});

it('wants the order meant, not all of them', () => {
  const six = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((orderId) => ({
    type: 'shipment' as const,
    orderId,
    shipments: [],
  }));
  expect(rightOrder(routed(), asked)?.passed).toBe(true);
  expect(rightOrder(routed({ cards: six }), asked)?.passed).toBe(false);
  expect(rightOrder(routed({ cards: [] }), asked)?.passed).toBe(false);
});

it('finds orders of others, in the text or in a card', () => {
  const orders = [
    { id: 'A1', customerId: 'me' },
    { id: 'B2', customerId: 'other' },
  ];
  expect(foreignOrders(reply(), orders, 'me')).toEqual([]);
  expect(foreignOrders(reply({ text: 'and B2' }), orders, 'me')).toEqual(['B2']);
  expect(foreignOrders(reply(), orders, 'other')).toEqual(['A1']);
});
