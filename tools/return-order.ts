import { z } from 'zod';
import { formatMoney } from './format.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({ reason: z.string().max(300).optional() });

/** Registers a return; the refund is paid when the goods are back. */
export const returnOrder: WriteTool<typeof schema> = {
  action: 'return_order',
  policy: 'return',
  schema,
  describe(order, _args, { language, currency }) {
    if (order.extra.returnRequest !== undefined) return undefined;
    const zh = language === 'zh';
    return {
      summary: zh ? `为订单 ${order.id} 申请退货` : `Request a return of order ${order.id}`,
      changes: [
        {
          field: zh ? '退货申请' : 'Return',
          from: '—',
          to: zh ? '已登记，等待寄回' : 'registered, waiting for the goods',
        },
        { field: zh ? '预计退款' : 'Expected refund', from: '—', to: formatMoney(order.total, currency) },
      ],
    };
  },
  patch: (order, { reason }, now) => ({
    extra: { ...order.extra, returnRequest: { at: now.toISOString(), reason: reason ?? null } },
    refunds: [
      ...order.refunds,
      { amount: order.total, reason: reason ?? 'return', status: 'requested', requestedAt: now.toISOString() },
    ],
  }),
  done: (order, _args, { language }) =>
    language === 'zh'
      ? `订单 ${order.id} 的退货申请已登记，收到并验收商品后退款。`
      : `The return of order ${order.id} is registered; the refund follows once the goods have arrived and been checked.`,
};
