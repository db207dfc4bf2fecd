import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { Order, OrderStore } from '../../stores/orders.ts';
import type { Language } from '../../stores/schema.ts';
import type { OrderCard } from '../cards.ts';
import type { ReadTool } from '../tool.ts';
import { amountsOf, numberOf } from './order-amounts.ts';
import { orderCard, type VariantOptions } from './order-card.ts';
import { recordStatusLabel } from './order-status.ts';
import { paymentKind } from './payment-methods.ts';

const schema = z.object({ orderId: z.string().max(64).describe('The order number') });

export type OrderDetailsTool = ReadTool<typeof schema, OrderCard | null>;

/** All of one own order: items with options, what was taken off and added, how it was paid, address, invoices. A visitor has none. */
export const createOrderDetailsTool = (deps: {
  orders: OrderStore;
  currency: string;
  options: VariantOptions;
}): OrderDetailsTool => ({
  name: 'order_details',
  description: "One of the customer's own orders in full: items, discount, shipping, payments, address, invoices.",
  schema,
  async run({ orderId }, { caller, language }) {
    if (caller.kind !== 'customer') return null;
    const [order] = await deps.orders.find(caller.id, { orderIds: [orderId], limit: 1 });
    if (!order) return null;
    const { currency, options } = deps;
    return {
      ...orderCard(order, { language, currency, options }),
      ...amountsOf(order),
      payments: paymentsOf(order, language),
    };
  },
});

const recordSchema = z.record(z.string(), z.unknown()).catch({});
const paymentsOf = ({ payments }: Order, language: Language): NonNullable<OrderCard['payments']> =>
  payments.map((entry) => {
    const payment = recordSchema.parse(entry);
    return {
      method: paymentKind(textOf(payment.method, language), language) || null,
      amount: numberOf(payment.amount) ?? null,
      status: recordStatusLabel(textOf(payment.status, language), language) || null,
    };
  });
