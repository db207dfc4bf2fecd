import { textOf } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import type { Card } from '../../tools/cards.ts';
import { formatMoney } from '../../tools/format.ts';
import { orderCard, shipmentViews, type VariantOptions } from '../../tools/order-card.ts';
import type { ShopView } from '../../tools/write-tool.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { orderLine, shipmentLines } from './describe-order.ts';

/** What a read-only question about one order is answered with. */
export interface OrderAnswer {
  lines: string[];
  cards: Card[];
  /** The next step is a person's. */
  offerHuman: boolean;
}

type Answer = (order: Order, view: ShopView, cards: { order: Card; shipment: Card }) => OrderAnswer;

const read = (entry: unknown): Record<string, unknown> =>
  typeof entry === 'object' && entry !== null ? { ...entry } : {};
const money = (value: unknown, view: ShopView): string | null =>
  value === null || value === undefined || Number.isNaN(Number(value))
    ? null
    : formatMoney(Number(value), view.currency);

const tracking: Answer = (order, view, cards) => ({
  lines: [orderLine(order, view), ...shipmentLines(order, view)],
  cards: order.shipments.length > 0 ? [cards.order, cards.shipment] : [cards.order],
  offerHuman: false,
});

const ANSWERS: Record<string, Answer> = {
  track_order: tracking,
  urge_delivery: (order, view, cards) => ({
    ...tracking(order, view, cards),
    lines: [...shipmentLines(order, view), phrasesIn(view.language).urged(order.id)],
    offerHuman: true,
  }),
  delivery_not_received(order, view, cards) {
    const arrived = order.status === 'delivered' || order.status === 'completed';
    const answer = tracking(order, view, cards);
    if (!arrived) return answer;
    return {
      ...answer,
      lines: [...answer.lines, phrasesIn(view.language).deliveredMissing(order.id)],
      offerHuman: true,
    };
  },
  refund_status(order, view, cards) {
    const phrases = phrasesIn(view.language);
    const lines = order.refunds.map(read).map((refund) =>
      phrases.refundLine({
        id: order.id,
        amount: money(refund.amount, view),
        status: textOf(refund.status, view.language) || null,
        reason: textOf(refund.reason, view.language) || null,
      }),
    );
    return { lines: lines.length > 0 ? lines : [phrases.noRefund(order.id)], cards: [cards.order], offerHuman: false };
  },
  invoice_request(order, view, cards) {
    const phrases = phrasesIn(view.language);
    const lines = order.invoices.map(read).map((invoice) =>
      phrases.invoiceLine({
        id: order.id,
        title: textOf(invoice.title, view.language) || null,
        status: textOf(invoice.status, view.language) || null,
        amount: money(invoice.amount, view),
      }),
    );
    return { lines, cards: [cards.order], offerHuman: false };
  },
};

const NEEDS_PERSON = new Set(['change_items', 'exchange_request', 'damaged_or_wrong_item']);

/** Answers a question about one order from its row alone. */
export function answerAboutOrder(intent: string, order: Order, view: ShopView, options: VariantOptions): OrderAnswer {
  const cards = {
    order: orderCard(order, { language: view.language, currency: view.currency, options }),
    shipment: { type: 'shipment' as const, orderId: order.id, shipments: shipmentViews(order, view.language) },
  };
  const answer = ANSWERS[intent];
  if (answer) return answer(order, view, cards);
  if (NEEDS_PERSON.has(intent)) {
    return {
      lines: [orderLine(order, view), phrasesIn(view.language).needsPerson(order.id)],
      cards: [cards.order],
      offerHuman: true,
    };
  }
  return {
    lines: [orderLine(order, view), ...(order.status === 'shipped' ? shipmentLines(order, view) : [])],
    cards: [cards.order],
    offerHuman: false,
  };
}
