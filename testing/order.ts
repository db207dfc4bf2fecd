import type { Order } from '../stores/orders.ts';

/** An order of a shop that sells books: tests change what they are about. */
export const anOrder = (change: Partial<Order> = {}): Order => ({
  id: 'BK-1001',
  customer_id: 'reader-1',
  status: 'paid',
  placed_at: new Date('2026-03-02T09:00:00Z'),
  total: 58,
  shipping_address: { name: 'Ada', phone: '+1-555-0100', line: '1 Old Street' },
  shipments: [],
  payments: [],
  refunds: [],
  invoices: [],
  extra: {},
  items: [
    {
      line: 1,
      product_id: 'atlas',
      variant_id: null,
      name: { zh: '世界地图集', en: 'World Atlas' },
      quantity: 1,
      unit_price: 40,
    },
    { line: 2, product_id: 'pen', variant_id: 'pen-blue', name: 'Fountain pen', quantity: 2, unit_price: 9 },
  ],
  ...change,
});
