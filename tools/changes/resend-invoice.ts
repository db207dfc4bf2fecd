import { z } from 'zod';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({});

/** Has the latest invoice sent again to the customer's contact. */
export const resendInvoice: WriteTool<typeof schema> = {
  action: 'resend_invoice',
  policy: 'invoice',
  description: "Sends an order's invoice again.",
  schema,
  describe(order, _args, { language }) {
    const zh = language === 'zh';
    if (order.invoices.length === 0)
      return { refused: zh ? `订单 ${order.id} 还没有发票。` : `Order ${order.id} has no invoice yet.` };
    return {
      summary: zh ? `重新发送订单 ${order.id} 的发票` : `Send the invoice of order ${order.id} again`,
      changes: [{ field: zh ? '发票' : 'Invoice', from: null, to: zh ? '重新发送' : 'to be sent again' }],
    };
  },
  patch: (order, _args, { now }) => ({
    extra: { ...order.extra, invoiceResendRequestedAt: now.toISOString() },
  }),
  done: (order, _args, { language }) =>
    language === 'zh'
      ? `已申请重新发送订单 ${order.id} 的发票。`
      : `The invoice of order ${order.id} has been asked for again.`,
};
