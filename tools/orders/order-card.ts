import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import type { Language } from '../../stores/schema.ts';
import type { OrderCard, ShipmentView } from '../cards.ts';
import { formatAddress } from './format-address.ts';
import { differenceOf } from './order-amounts.ts';
import { orderStatusLabel } from './order-status.ts';

/** Shops' files differ in what they tell; what is missing or of another type is left out, never guessed. */
const loose = z.record(z.string(), z.unknown()).catch({});
const amount = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};
const textOrNull = (value: unknown, language: Language): string | null => textOf(value, language) || null;

/** An order's parcels in a language; events oldest first. */
export function shipmentViews(order: Pick<Order, 'shipments'>, language: Language): ShipmentView[] {
  return order.shipments.map((entry) => {
    const shipment = loose.parse(entry);
    const events = Array.isArray(shipment.events) ? shipment.events.map((event) => loose.parse(event)) : [];
    return {
      carrier: textOrNull(shipment.carrier, language),
      trackingNumber: textOrNull(shipment.trackingNumber, language),
      status: textOrNull(shipment.status, 'en'),
      estimatedDelivery: textOrNull(shipment.estimatedDelivery, language),
      events: events
        .map((event) => ({
          at: textOf(event.at, 'en'),
          place: textOrNull(event.place, language),
          text: textOf(event.text, language),
        }))
        .sort((a, b) => a.at.localeCompare(b.at)),
    };
  });
}

/** "Black, L": the options of what was bought, when the item or its variant tells them. */
export type VariantOptions = (productId: string | null, variantId: string | null, language: Language) => string | null;

/** What a customer is shown of an own order, in their language. */
export function orderCard(
  order: Order,
  view: { language: Language; currency: string; options?: VariantOptions },
): OrderCard {
  const { language, currency } = view;
  return {
    type: 'order',
    id: order.id,
    status: order.status,
    statusLabel: orderStatusLabel(order.status, language),
    placedAt: new Date(order.placed_at).toISOString(),
    ...differenceOf(order),
    total: order.total,
    currency,
    items: order.items.map((item) => ({
      productId: item.product_id,
      name: textOf(item.name, language),
      options: view.options?.(item.product_id, item.variant_id, language) ?? null,
      quantity: item.quantity,
      unitPrice: Number(item.unit_price),
    })),
    shippingAddress: formatAddress(order.shipping_address, language),
    shipments: shipmentViews(order, language),
    refunds: order.refunds.map((entry) => {
      const refund = loose.parse(entry);
      return {
        amount: amount(refund.amount),
        status: textOrNull(refund.status, language),
        reason: textOrNull(refund.reason, language),
      };
    }),
    invoices: order.invoices.map((entry) => {
      const invoice = loose.parse(entry);
      return {
        title: textOrNull(invoice.title, language),
        status: textOrNull(invoice.status, language),
        amount: amount(invoice.amount),
      };
    }),
  };
}
