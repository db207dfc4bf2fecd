import { expect, it } from 'vitest';
import type { Order } from '../../stores/orders.ts';
import { createOrderDetailsTool } from './order-details.ts';

const item = (line: number, quantity: number, price: number) => ({
  ...{ line, product_id: `p${line}`, variant_id: null, name: `Thing ${line}` },
  ...{ quantity, unit_price: price },
});
const order: Order = {
  ...{ id: 'O1', customer_id: 'c', status: 'paid', placed_at: new Date('2026-03-02'), total: 40.5 },
  ...{ shipping_address: 'Elm Street 1', shipments: [], refunds: [], invoices: [{ title: 'Me', status: 'issued' }] },
  ...{ payments: [{ method: 'credit_card', amount: '40.50', status: 'paid' }] },
  ...{ extra: { discount: -5, shipping: 3 }, items: [item(1, 2, 19.95), item(2, 1, 2.6)] },
};
const tool = createOrderDetailsTool({
  orders: { find: async (customer) => (customer === 'c' ? [order] : []) },
  currency: 'USD',
  options: (product) => (product === 'p1' ? 'Blue' : null),
});
const ask = (kind: 'customer' | 'visitor', id: string) =>
  tool.run({ orderId: 'O1' }, { caller: { kind, id }, language: 'en', now: new Date() });

it('has items with options, what was taken off and added, payments and invoices', async () => {
  expect(await ask('customer', 'c')).toMatchObject({
    items: [{ options: 'Blue', quantity: 2 }, { options: null }],
    ...{ itemsTotal: 42.5, discount: 5, shippingFee: 3, total: 40.5 },
    payments: [{ method: 'credit card', amount: 40.5, status: 'paid' }],
    ...{ shippingAddress: 'Elm Street 1', invoices: [{ title: 'Me' }] },
  });
});

it('is nobody else’s, and no visitor’s', async () => {
  expect(await ask('customer', 'other')).toBeNull();
  expect(await ask('visitor', 'c')).toBeNull();
});
