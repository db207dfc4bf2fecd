import { z } from 'zod';
import type { Order } from '../../stores/orders.ts';
import type { OrderCard } from '../cards.ts';
import { cents } from './order-lines.ts';

const recordSchema = z.record(z.string(), z.unknown()).catch({});
const numberSchema = z.coerce.number().finite();

/** A number as a shop's file wrote it; undefined: none. */
export const numberOf = (value: unknown): number | undefined =>
  value === null || value === undefined || value === '' ? undefined : numberSchema.safeParse(value).data;

/** The items' sum, what was taken off and what was added. Shops name these in their own ways; what an order does not tell is left out. */
export function amountsOf({ extra, items }: Order): Pick<OrderCard, 'itemsTotal' | 'discount' | 'shippingFee'> {
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

/** Of these what makes the total another than the items' sum. */
export function differenceOf(order: Order): Pick<OrderCard, 'discount' | 'shippingFee'> {
  const { discount, shippingFee } = amountsOf(order);
  return { ...(discount ? { discount } : {}), ...(shippingFee ? { shippingFee } : {}) };
}

/** What of an order's total stands for items of this worth: what was taken off is shared out among all of them. */
export function shareOfTotal(order: Order, worth: number): number {
  const { itemsTotal } = amountsOf(order);
  return itemsTotal ? Math.min(worth, (order.total * worth) / itemsTotal) : order.total;
}
