import { z } from 'zod';
import type { Order } from '../stores/orders.ts';
import { formatMoney } from './format.ts';
import { orderStatusLabel } from './order-status.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({});

const isPaid = (order: Order): boolean => order.status !== 'pending';

/** Cancels an order before dispatch; what was paid goes back. */
export const cancelOrder: WriteTool<typeof schema> = {
  action: 'cancel_order',
  policy: 'cancel',
  schema,
  describe(order, _args, { language, currency }) {
    const zh = language === 'zh';
    const changes = [
      {
        field: zh ? '订单状态' : 'Status',
        from: orderStatusLabel(order.status, language),
        to: orderStatusLabel('cancelled', language),
      },
    ];
    if (isPaid(order))
      changes.push({ field: zh ? '退款' : 'Refund', from: '—', to: formatMoney(order.total, currency) });
    return { summary: zh ? `取消订单 ${order.id}` : `Cancel order ${order.id}`, changes };
  },
  patch: (order, _args, now) => ({
    status: 'cancelled',
    ...(isPaid(order)
      ? {
          refunds: [
            ...order.refunds,
            {
              amount: order.total,
              reason: 'cancelled by the customer',
              status: 'processing',
              requestedAt: now.toISOString(),
            },
          ],
        }
      : {}),
  }),
  done(order, _args, { language, currency }) {
    const refund = order.refunds.length > 0 ? formatMoney(order.total, currency) : null;
    if (language === 'zh') return `订单 ${order.id} 已取消。${refund ? `${refund} 将原路退回。` : ''}`;
    return `Order ${order.id} is cancelled.${refund ? ` ${refund} goes back to the original payment method.` : ''}`;
  },
};
