import { expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { orderCardSchema } from '../cards.ts';
import { orderCard } from './order-card.ts';

it('shows an order in the customer’s language and leaves out what the shop does not tell', () => {
  const order = anOrder({
    status: 'shipped',
    shipments: [
      {
        carrier: { zh: '顺丰速运', en: 'SF Express' },
        trackingNumber: 'SF1',
        status: 'in_transit',
        events: [
          { at: '2026-03-04T08:00:00Z', place: { zh: '上海', en: 'Shanghai' }, text: 'Sorted' },
          { at: '2026-03-03T08:00:00Z', text: { zh: '已揽收', en: 'Picked up' } },
        ],
      },
      'not a shipment',
    ],
    refunds: [{ amount: '12.50', status: 'requested' }],
  });
  const card = orderCard(order, { language: 'en', currency: 'USD' });
  expect(() => orderCardSchema.parse(card)).not.toThrow();
  expect(card.items.map((item) => item.name)).toEqual(['World Atlas', 'Fountain pen']);
  expect(card.shipments[0]).toMatchObject({ carrier: 'SF Express', estimatedDelivery: null });
  expect(card.shipments[0]?.events.map((event) => event.text)).toEqual(['Picked up', 'Sorted']);
  expect(card.refunds).toEqual([{ amount: 12.5, status: 'requested', reason: null }]);
  expect(orderCard(order, { language: 'zh', currency: 'USD' }).shipments[0]?.carrier).toBe('顺丰速运');
});

it('tells what makes the total another than the sum of the items, and nothing where they are the same', () => {
  const view = { language: 'en', currency: 'USD' } as const;
  const reduced = orderCard(anOrder({ extra: { discountAmount: '-10', shipping_fee: 5 } }), view);
  expect(reduced).toMatchObject({ discount: 10, shippingFee: 5 });
  const plain = orderCard(anOrder({ extra: { discount: 0, shippingFee: 0 } }), view);
  expect(plain).not.toHaveProperty('discount');
  expect(plain).not.toHaveProperty('shippingFee');
});
