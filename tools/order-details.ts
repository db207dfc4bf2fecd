import { z } from 'zod';
import { textOf } from '../stores/local-text.ts';
import type { Order, OrderStore } from '../stores/orders.ts';
import type { Language } from '../stores/schema.ts';
import type { OrderCard } from './cards.ts';
import { orderCard, type VariantOptions } from './order-card.ts';
import { cents } from './order-lines.ts';
import { recordStatusLabel } from './order-status.ts';
import { paymentKind } from './payment-methods.ts';
import type { ReadTool } from './tool.ts';

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
const numberSchema = z.coerce.number().finite();
const numberOf = (value: unknown): number | undefined =>
  value === null || value === undefined || value === '' ? undefined : numberSchema.safeParse(value).data;

/** Shops name these in their own ways; what an order does not tell is left out. */
function amountsOf({ extra, items }: Order): Pick<OrderCard, 'itemsTotal' | 'discount' | 'shippingFee'> {
  const first = (...keys: string[]): number | undefined =>
    keys.map((key) => numberOf(recordSchema.parse(extra)[key])).find((value) => value !== undefined);
  const discount = first('discount', 'discountAmount', 'discount_amount', 'couponAmount');
  const shippingFee = first('shippingFee', 'shipping_fee', 'shippingCost', 'shipping');
  return {
    itemsTotal: cents(items.reduce((sum, item) => sum + Number(item.unit_price) * item.quantity, 0)),
    ...(discount === undefined ? {} : { discount: Math.abs(discount) }),
    ...(shippingFee === undefined ? {} : { shippingFee }),
  };
}

const paymentsOf = ({ payments }: Order, language: Language): NonNullable<OrderCard['payments']> =>
  payments.map((entry) => {
    const payment = recordSchema.parse(entry);
    return {
      method: paymentKind(textOf(payment.method, language), language) || null,
      amount: numberOf(payment.amount) ?? null,
      status: recordStatusLabel(textOf(payment.status, language), language) || null,
    };
  });
