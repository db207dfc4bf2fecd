import { z } from 'zod';
import type { Order } from '../../stores/orders.ts';
import { formatMoney } from '../format.ts';
import { cents } from '../orders/order-lines.ts';
import { differenceChanges, planSwaps, type Swaps, swapRef } from './swap-lines.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({
  items: z.array(swapRef).min(1).max(50),
  paymentMethodId: z.string().max(100).optional().describe('Pays or receives the difference in price'),
});

/** Changes variant or quantity of items in an order that was not dispatched. */
export const changeItems: WriteTool<typeof schema> = {
  action: 'change_items',
  policy: 'change_items',
  description: 'Changes variants or quantities of the items of an order that was not dispatched.',
  schema,
  describe(order, args, view) {
    const zh = view.language === 'zh';
    const plan = planSwaps(order, args.items, view, { sameAllowed: false });
    if ('refused' in plan) return plan;
    if (plan.swaps.length === 0) return undefined;
    if (itemsAfter(order, plan).length === 0)
      return {
        refused: zh
          ? '这样订单里就没有商品了；不需要的话可以取消订单。'
          : 'That would leave the order empty; you can cancel it instead.',
      };
    const money = differenceChanges(plan.difference, args.paymentMethodId, view);
    if ('refused' in money) return money;
    const total = (amount: number): string => formatMoney(cents(amount), view.currency);
    return {
      summary: zh ? `修改订单 ${order.id} 的商品` : `Change the items of order ${order.id}`,
      changes: [
        ...plan.swaps.map(({ change }) => change),
        { field: zh ? '订单金额' : 'Total', from: total(order.total), to: total(order.total + plan.difference) },
        ...(order.status === 'pending' ? [] : money),
      ],
      refund: order.status === 'pending' ? 0 : Math.max(0, -plan.difference),
    };
  },
  patch(order, args, view) {
    const plan = planSwaps(order, args.items, view, { sameAllowed: false });
    if ('refused' in plan) return {};
    const at = view.now.toISOString();
    const methodId = args.paymentMethodId ?? null;
    const amount = Math.abs(plan.difference);
    return {
      items: itemsAfter(order, plan),
      total: cents(order.total + plan.difference),
      ...(order.status !== 'pending' && plan.difference > 0
        ? { payments: [...order.payments, { methodId, amount, at, status: 'pending', reason: 'items changed' }] }
        : {}),
      ...(order.status !== 'pending' && plan.difference < 0
        ? {
            refunds: [
              ...order.refunds,
              { amount, reason: 'items changed', status: 'processing', requestedAt: at, refundTo: methodId },
            ],
          }
        : {}),
    };
  },
  done: (order, _args, { language, currency }) =>
    language === 'zh'
      ? `订单 ${order.id} 的商品已修改，订单金额现在是 ${formatMoney(order.total, currency)}。`
      : `The items of order ${order.id} are changed; its total is now ${formatMoney(order.total, currency)}.`,
};

const itemsAfter = (order: Order, { swaps }: Swaps): Order['items'] =>
  order.items
    .map((item) => swaps.find(({ from }) => from.line === item.line)?.to ?? item)
    .filter(({ quantity }) => quantity > 0);
