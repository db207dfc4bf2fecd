import { textOf } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import { anyOf } from '../../text/any-of.ts';
import type { Card } from '../../tools/cards.ts';
import type { ShopView } from '../../tools/changes/write-tool.ts';
import { formatMoney } from '../../tools/format.ts';
import { formatAddress } from '../../tools/orders/format-address.ts';
import { orderCard, shipmentViews, type VariantOptions } from '../../tools/orders/order-card.ts';
import { recordStatusLabel } from '../../tools/orders/order-status.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { orderLine, shipmentLines } from './describe-order.ts';

/** What a read-only question about one order is answered with. */
export interface OrderAnswer {
  lines: string[];
  cards: Card[];
  /** The next step is a person's. */
  offerHuman: boolean;
}

type Answer = (order: Order, view: ShopView, cards: { order: Card; shipment: Card }, text: string) => OrderAnswer;

const read = (entry: unknown): Record<string, unknown> =>
  typeof entry === 'object' && entry !== null ? { ...entry } : {};
const money = (value: unknown, view: ShopView): string | null =>
  value === null || value === undefined || Number.isNaN(Number(value))
    ? null
    : formatMoney(Number(value), view.currency);

const statusOf = (entry: Record<string, unknown>, view: ShopView): string | null =>
  recordStatusLabel(textOf(entry.status, view.language), view.language) || null;

const tracking: Answer = (order, view, cards, text) => ({
  lines: [orderLine(order, view), ...details(text, order, view), ...shipmentLines(order, view)],
  cards: order.shipments.length > 0 ? [cards.order, cards.shipment] : [cards.order],
  offerHuman: false,
});

const ANSWERS: Record<string, Answer> = {
  track_order: tracking,
  urge_delivery: (order, view, cards, text) => ({
    ...tracking(order, view, cards, text),
    lines: [...shipmentLines(order, view), phrasesIn(view.language).urged(order.id)],
    offerHuman: true,
  }),
  delivery_not_received(order, view, cards, text) {
    const arrived = order.status === 'delivered' || order.status === 'completed';
    const answer = tracking(order, view, cards, text);
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
        status: statusOf(refund, view),
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
        status: statusOf(invoice, view),
        amount: money(invoice.amount, view),
      }),
    );
    return { lines, cards: [cards.order], offerHuman: false };
  },
};

const NEEDS_PERSON = new Set(['change_items', 'exchange_request', 'damaged_or_wrong_item']);

const ASKS_ADDRESS = anyOf(
  /地址|[寄送发]到哪|收[件货]人|(?:寄|送|发)给(?:了)?谁/i,
  /\baddress\b|\bwhere is it going\b|\b(?:recipient|receiver|addressee)\b/i,
  /\bwho(?:m|'s|se)?\b.{0,40}\b(?:going|sen[dt]|sending|ship\w*|deliver\w*|addressed)\b.{0,8}\bto\b/i,
  /\bto whom\b/i,
);
const ASKS_PAYMENT = /付款|支付|扣款|扣钱|付了|\b(?:charged|paid|payment|pay)\b/i;

/** Whether it is asked where an order goes, and to whom. */
export const asksAddress = (text: string): boolean => ASKS_ADDRESS.test(text);

/** Where an order goes and whether it is paid, when that is asked. */
function details(question: string, order: Order, view: ShopView): string[] {
  const phrases = phrasesIn(view.language);
  const address = ASKS_ADDRESS.test(question) ? formatAddress(order.shipping_address, view.language) : null;
  const payments = ASKS_PAYMENT.test(question) ? order.payments.map(read) : [];
  return [
    ...(address ? [phrases.shipsTo(address)] : []),
    ...payments.map((payment) =>
      phrases.paymentLine({
        method: textOf(payment.method, view.language).replaceAll('_', ' ') || null,
        amount: money(payment.amount, view),
        status: statusOf(payment, view),
      }),
    ),
  ];
}

/** Answers a question about one order from its row alone. */
export function answerAboutOrder(
  { intent, text }: { intent: string; text: string },
  order: Order,
  view: ShopView,
  options: VariantOptions,
): OrderAnswer {
  const cards = {
    order: orderCard(order, { language: view.language, currency: view.currency, options }),
    shipment: { type: 'shipment' as const, orderId: order.id, shipments: shipmentViews(order, view.language) },
  };
  const answer = ANSWERS[intent];
  if (answer) return answer(order, view, cards, text);
  if (NEEDS_PERSON.has(intent)) {
    return {
      lines: [orderLine(order, view), phrasesIn(view.language).needsPerson(order.id)],
      cards: [cards.order],
      offerHuman: true,
    };
  }
  return {
    lines: [
      orderLine(order, view),
      ...details(text, order, view),
      ...(order.status === 'shipped' ? shipmentLines(order, view) : []),
    ],
    cards: [cards.order],
    offerHuman: false,
  };
}
