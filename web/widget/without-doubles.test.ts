import { expect, test } from 'vitest';
import type { Card } from '../api/types.ts';
import { withoutDoubles } from './without-doubles.ts';

const parcel = { carrier: 'DHL', trackingNumber: 'D1', status: 'in_transit', estimatedDelivery: null, events: [] };
const arrival = { from: '2026-03-05', to: '2026-03-07', by: 'history' as const };
const order: Card = {
  type: 'order',
  id: 'A1',
  status: 'shipped',
  statusLabel: 'Shipped',
  placedAt: '2026-03-01T10:00:00Z',
  total: 10,
  currency: 'USD',
  items: [],
  shippingAddress: null,
  shipments: [parcel],
  arrival,
  refunds: [],
  invoices: [],
};

test('parcels and arrival of an order are shown once, in the card of the parcels where there is one', () => {
  const shipment: Card = { type: 'shipment', orderId: 'A1', shipments: [parcel], arrival };
  const [first, second] = withoutDoubles([order, shipment]);
  expect(first).toMatchObject({ id: 'A1', shipments: [] });
  expect(first).not.toHaveProperty('arrival');
  expect(second).toBe(shipment);
  expect(withoutDoubles([order])).toEqual([order]);
  expect(withoutDoubles([order, { ...shipment, orderId: 'B2' }])[0]).toBe(order);
});
