import type { Insertable } from 'kysely';
import type { Database } from '../schema.ts';
import { dayIn, daysBetween, isoInstant, moveDates } from './dates.ts';
import type { CustomerRow, OrderRow, ProductRow } from './schema.ts';

type Row<T extends keyof Database> = Insertable<Database[T]>;

const json = JSON.stringify;

/** A product as its table has it. */
export function productRow(product: ProductRow): Row<'products'> {
  const { id, name, category, description, price, stock, variants, attributes, ...others } = product;
  const counted = variants.flatMap((variant) => variant.stock ?? []);
  return {
    id,
    name: json(name),
    category: json(category),
    description: json(description),
    price,
    stock: stock ?? (counted.length > 0 ? counted.reduce((sum, part) => sum + part, 0) : null),
    variants: json(variants.map((variant) => ({ ...variant, price: variant.price ?? price }))),
    // A shop's own fields (brand, warranty, …) are properties of the product too.
    attributes: json({ ...others, ...attributes }),
  };
}

/** `shopLanguage`: of a customer who names none. */
export function customerRow(customer: CustomerRow, shopLanguage: string): Row<'customers'> {
  const { id, name, email, phone, locale, addresses, paymentMethods } = customer;
  const language = (locale ?? shopLanguage).toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return {
    id,
    name: json(name),
    email,
    phone,
    locale: language,
    addresses: json(addresses),
    payment_methods: json(paymentMethods),
  };
}

/** `move`: by which its dates are moved. */
export function orderRow(order: OrderRow, move: { days: number; timeZone: string }): Row<'orders'> {
  const moved = <T>(value: T) => json(moveDates(value, move.days, move.timeZone));
  const { id, customerId, status, placedAt, items, total, ...rest } = order;
  const { shippingAddress, shipments, payments, refunds, invoices, ...others } = rest;
  const sum = items.reduce((cents, item) => cents + Math.round(item.unitPrice * 100) * item.quantity, 0) / 100;
  const placed = isoInstant(String(moveDates(placedAt, move.days, move.timeZone)), move.timeZone);
  return {
    id,
    customer_id: customerId,
    status,
    placed_at: placed ?? placedAt,
    total: total ?? sum,
    shipping_address: shippingAddress === null ? null : json(shippingAddress),
    shipments: moved(shipments),
    payments: moved(payments),
    refunds: moved(refunds),
    invoices: moved(invoices),
    extra: moved(others),
  };
}

/** An order's lines, numbered from one. */
export const itemRows = (order: OrderRow): Array<Row<'order_items'>> =>
  order.items.map((item, index) => ({
    order_id: order.id,
    line: index + 1,
    product_id: item.productId,
    variant_id: item.variantId,
    name: json(item.name),
    quantity: item.quantity,
    unit_price: item.unitPrice,
  }));

/** Whole days from the files' asOf to today; one less when the newest order would then be placed in the future. */
export function daysToMove(
  { asOf: told, timeZone, orders }: { asOf: string | null; timeZone: string; orders: OrderRow[] },
  now: Date,
): number {
  const asOf = told?.slice(0, 10);
  if (asOf === undefined) return 0;
  const days = daysBetween(asOf, dayIn(timeZone, now));
  const newest = Math.max(...orders.map(({ placedAt }) => Date.parse(isoInstant(placedAt, timeZone) ?? '')));
  return newest + days * 86_400_000 > now.getTime() ? days - 1 : days;
}
