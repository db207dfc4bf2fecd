import { z } from 'zod';
import type { Order } from '../../stores/orders.ts';
import { formatMoney } from '../format.ts';
import { cents } from '../orders/order-lines.ts';
import { orderStatusLabel } from '../orders/order-status.ts';
import type { FieldChange, WriteTool, WriteView } from './write-tool.ts';

const schema = z.object({ reason: z.string().max(300).optional() });

const isPaid = (order: Order): boolean => order.status !== 'pending';
const feeOf = (order: Order, view: WriteView): number => {
  const { amount, share } = view.policy.rules.cancel.fee;
  return isPaid(order) ? Math.min(order.total, cents(amount + share * order.total)) : 0;
};

/** Cancels an order before dispatch; what was paid goes back, less the shop's fee. */
export const cancelOrder: WriteTool<typeof schema> = {
  action: 'cancel_order',
  policy: 'cancel',
  description: 'Cancels an order that was not dispatched.',
  schema,
  describe(order, { reason }, view) {
    const { language, currency } = view;
    const zh = language === 'zh';
    const changes: FieldChange[] = [
      {
        field: zh ? '订单状态' : 'Status',
        from: orderStatusLabel(order.status, language),
        to: orderStatusLabel('cancelled', language),
      },
    ];
    const fee = feeOf(order, view);
    const refund = isPaid(order) ? cents(order.total - fee) : 0;
    if (reason) changes.push({ field: zh ? '原因' : 'Reason', from: null, to: reason });
    if (fee > 0)
      changes.push({ field: zh ? '手续费' : 'Fee', from: null, to: formatMoney(fee, currency), kind: 'fee' });
    if (isPaid(order))
      changes.push({ field: zh ? '退款' : 'Refund', from: null, to: formatMoney(refund, currency), kind: 'refund' });
    return { summary: zh ? `取消订单 ${order.id}` : `Cancel order ${order.id}`, changes, refund };
  },
  patch: (order, { reason }, view) => ({
    status: 'cancelled',
    ...(reason ? { extra: { ...order.extra, cancelReason: reason } } : {}),
    ...(isPaid(order)
      ? {
          refunds: [
            ...order.refunds,
            {
              amount: cents(order.total - feeOf(order, view)),
              reason: reason ?? 'cancelled by the customer',
              status: 'processing',
              requestedAt: view.now.toISOString(),
            },
          ],
        }
      : {}),
  }),
  done(order, _args, { language, currency }) {
    const last = z.object({ amount: z.number() }).safeParse(order.refunds.at(-1));
    const refund = last.success ? formatMoney(last.data.amount, currency) : null;
    if (language === 'zh') return `订单 ${order.id} 已取消。${refund ? `${refund} 将原路退回。` : ''}`;
    return `Order ${order.id} is cancelled.${refund ? ` ${refund} goes back to the original payment method.` : ''}`;
  },
};
