import type { Order } from '../../../stores/orders.ts';
import type { OrderStatus } from '../../../stores/schema.ts';
import { BEFORE_DISPATCH, OPEN_STATUSES } from '../../../tools/orders/order-status.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { RESEND, TITLE } from '../changes/collect-title.ts';

const ARRIVED: OrderStatus[] = ['delivered', 'completed', 'shipped'];
/** Of which only what has arrived is spoken, where anything has. */
export const OF_ARRIVED: ReadonlySet<string> = new Set(['return_request', 'damaged_or_wrong_item']);
/** Orders on which each intent makes sense; the likely ones when none is named. */
export const LIKELY: Record<string, OrderStatus[]> = {
  track_order: ['shipped', 'processing', 'paid', 'pending'],
  delivery_not_received: ['shipped', 'delivered', 'processing', 'paid'],
  urge_delivery: ['processing', 'paid', 'shipped', 'pending'],
  cancel_order: OPEN_STATUSES,
  change_address: OPEN_STATUSES,
  change_items: OPEN_STATUSES,
  return_request: ARRIVED,
  exchange_request: ARRIVED,
  change_payment: [...BEFORE_DISPATCH],
  damaged_or_wrong_item: ARRIVED,
};

/** Orders in one of the statuses, those of the first named status first; the newest first within one. */
export const mostLikelyFirst = (orders: Order[], statuses: OrderStatus[]): Order[] =>
  orders
    .filter(({ status }) => statuses.includes(status))
    .sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status));

/** Other goods are put only into what was not sent yet, where there is such an order. */
export function changeable(orders: Order[], intent: string): Order[] {
  const open = intent === 'change_items' ? orders.filter((order) => !isOnItsWay(order)) : [];
  return open.length > 0 ? open : orders;
}

/** Those with an invoice, where something is to become of one that was issued. */
export const invoiced = (
  orders: readonly Order[],
  { intent, text }: Pick<UnderstoodRequest, 'intent' | 'text'>,
): Order[] =>
  intent === 'invoice_request' && (TITLE.test(text) || RESEND.test(text))
    ? orders.filter(({ invoices }) => invoices.length > 0)
    : [];

export const isOnItsWay = ({ status }: Order): boolean => status === 'shipped';

/** Of several orders of what was named, those that the wish makes sense for: "where is my helmet" is not the one from May. */
export function likelyOf(orders: Order[], { intent, slots, text }: UnderstoodRequest): Order[] {
  if (intent === 'refund_status' && slots.orderIds.length === 0) {
    const refunded = orders.filter(({ refunds }) => refunds.length > 0);
    return refunded.length > 0 ? refunded : orders;
  }
  const withInvoice = slots.orderIds.length === 0 ? invoiced(orders, { intent, text }) : [];
  if (withInvoice.length > 0) return withInvoice;
  // Other goods are wished for of what arrived and of what was not sent yet: the customer tells which.
  const statuses = intent === 'exchange_request' ? [...ARRIVED, ...BEFORE_DISPATCH] : LIKELY[intent];
  if (!statuses || slots.orderIds.length > 0 || slots.trackingNumbers.length > 0) return orders;
  const onTheirWay = intent === 'track_order' || intent === 'urge_delivery' ? orders.filter(isOnItsWay) : [];
  const arrived = OF_ARRIVED.has(intent)
    ? orders.filter(({ status }) => status === 'delivered' || status === 'completed')
    : [];
  const surely = [...onTheirWay, ...arrived];
  const likely = surely.length > 0 ? surely : orders.filter(({ status }) => statuses.includes(status));
  return changeable(likely.length > 0 ? likely : orders, intent);
}
