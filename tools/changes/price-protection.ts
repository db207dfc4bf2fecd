import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import type { Product } from '../../stores/products.ts';
import { formatMoney } from '../format.ts';
import { cents, productOf, variantOf } from '../orders/order-lines.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({});

/** What fell in price since it was bought, a line each; `back` is for the whole line. */
function priceDrops(
  order: Order,
  products: readonly Product[],
): Array<{ line: number; paid: number; now: number; back: number }> {
  return order.items.flatMap((item) => {
    const product = productOf(item, products);
    if (!product) return [];
    const now = Number(variantOf(product, item.variant_id)?.price ?? product.price);
    const paid = Number(item.unit_price);
    return now < paid ? [{ line: item.line, paid, now, back: cents((paid - now) * item.quantity) }] : [];
  });
}

/** Claims the difference where the shop's own price fell after the purchase; once an order. */
export const claimPriceProtection: WriteTool<typeof schema> = {
  action: 'claim_price_protection',
  policy: 'price_protection',
  description: 'Claims the difference where the price of what was bought has fallen.',
  schema,
  describe(order, _args, view) {
    const { language, currency } = view;
    const zh = language === 'zh';
    if (order.extra.priceProtection !== undefined)
      return { refused: zh ? '这个订单已经申请过价保。' : 'Price protection was claimed for this order already.' };
    const drops = priceDrops(order, view.products);
    if (drops.length === 0)
      return {
        refused: zh
          ? `订单 ${order.id} 的商品没有降价，不需要价保。`
          : `Nothing in order ${order.id} has become cheaper, so there is no difference to claim.`,
      };
    const refund = cents(drops.reduce((sum, { back }) => sum + back, 0));
    return {
      summary: zh ? `为订单 ${order.id} 申请价保` : `Claim price protection for order ${order.id}`,
      changes: [
        ...drops.map((drop) => ({
          field: textOf(order.items.find(({ line }) => line === drop.line)?.name, language),
          from: formatMoney(drop.paid, currency),
          to: formatMoney(drop.now, currency),
        })),
        { field: zh ? '退差价' : 'Refund', from: null, to: formatMoney(refund, currency), kind: 'refund' },
      ],
      refund,
    };
  },
  patch(order, _args, { now, products }) {
    const amount = cents(priceDrops(order, products).reduce((sum, { back }) => sum + back, 0));
    const at = now.toISOString();
    return {
      extra: { ...order.extra, priceProtection: { at, amount } },
      refunds: [...order.refunds, { amount, reason: 'price protection', status: 'requested', requestedAt: at }],
    };
  },
  done: (order, _args, { language }) =>
    language === 'zh'
      ? `订单 ${order.id} 的价保申请已登记，差价原路退回。`
      : `The price protection claim for order ${order.id} is registered; the difference goes back the way it was paid.`,
};
