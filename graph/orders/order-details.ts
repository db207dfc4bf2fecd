import { anyOf } from '../../text/any-of.ts';
import type { OrderCard } from '../../tools/cards.ts';
import type { ShopView } from '../../tools/changes/write-tool.ts';
import { formatMoney } from '../../tools/format.ts';
import { recordStatusLabel } from '../../tools/orders/order-status.ts';
import { orderDetailsPhrases } from '../phrases/order-details.ts';
import { phrasesIn } from '../phrases/phrases.ts';

const ASKS = anyOf(
  /还?剩(?:下)?(?:什么|哪些|啥|几|多少)|明细|详情|详细|清单|(?:买|订|拍|下单)了(?:什么|哪些|啥)/i,
  /(?:里面?|中)有(?:什么|哪些|啥)|(?:付|花|实付|付款)了?(?:多少|几)|多少钱/i,
  /(?:优惠|减|便宜)了?多少|运费/i,
  /\bdetails?\b|\bbreakdown\b|\bitemi[sz]ed\b|\b(?:what(?:'s| is)|anything) (?:still )?left\b/i,
  /\bwhat(?:'s| is| was| were) in\b/i,
  /\bwhat did i (?:buy|order|get|pay)\b|\bhow much (?:did i|have i|was i|was|were|did)\b|\bin full\b/i,
);

/** "What was in it", "how much did I pay", 订单明细: all of an order is wanted, not where it is. */
export const asksDetails = ({ intent, text }: { intent: string; text: string }): boolean =>
  intent === 'list_orders' && ASKS.test(text.normalize('NFKC'));

/** All of an order in words, a line each. */
export function detailLines(card: OrderCard, { language, currency }: ShopView): string[] {
  const said = orderDetailsPhrases(language);
  const money = (amount: number): string => formatMoney(amount, currency);
  const phrases = phrasesIn(language);
  return [
    said.head(card.id, card.statusLabel),
    ...card.items.map(({ name, options, quantity, unitPrice }) =>
      said.item({ name, options, quantity, price: money(unitPrice), sum: money(unitPrice * quantity) }),
    ),
    said.amounts({
      items: card.itemsTotal === undefined ? null : money(card.itemsTotal),
      discount: card.discount ? money(card.discount) : null,
      shipping: card.shippingFee === undefined ? null : card.shippingFee === 0 ? said.free : money(card.shippingFee),
      total: money(card.total),
    }),
    ...(card.payments ?? []).map(({ method, amount, status }) =>
      phrases.paymentLine({ method, amount: amount === null ? null : money(amount), status }),
    ),
    ...card.refunds.map(({ amount, status, reason }) =>
      phrases.refundLine({
        id: card.id,
        amount: amount === null ? null : money(amount),
        status: status && recordStatusLabel(status, language),
        reason,
      }),
    ),
    ...(card.shippingAddress ? [phrases.shipsTo(card.shippingAddress)] : []),
    ...card.invoices.map(({ title, status, amount }) =>
      phrases.invoiceLine({
        id: card.id,
        title,
        status: status && recordStatusLabel(status, language),
        amount: amount === null ? null : money(amount),
      }),
    ),
  ];
}
