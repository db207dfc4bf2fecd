import { z } from 'zod';
import { formatMoney } from '../format.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({ title: z.string().max(200).optional(), taxNumber: z.string().max(40).optional() });

/** Asks for an electronic invoice of an order that has none. */
export const requestInvoice: WriteTool<typeof schema> = {
  action: 'request_invoice',
  policy: 'invoice',
  description: 'Asks for an electronic invoice of an order that has none.',
  schema,
  describe(order, { title, taxNumber }, { language, currency }) {
    if (order.invoices.length > 0) return undefined;
    const zh = language === 'zh';
    return {
      summary: zh ? `为订单 ${order.id} 开具电子发票` : `Issue an electronic invoice for order ${order.id}`,
      changes: [
        { field: zh ? '发票金额' : 'Invoice amount', from: null, to: formatMoney(order.total, currency) },
        ...(title ? [{ field: zh ? '发票抬头' : 'Invoice title', from: null, to: title }] : []),
        ...(taxNumber ? [{ field: zh ? '税号' : 'Tax number', from: null, to: taxNumber }] : []),
      ],
    };
  },
  patch: (order, { title, taxNumber }, { now }) => ({
    invoices: [
      ...order.invoices,
      {
        type: 'electronic',
        title: title ?? null,
        ...(taxNumber ? { taxNumber } : {}),
        amount: order.total,
        status: 'pending',
        requestedAt: now.toISOString(),
      },
    ],
  }),
  done: (order, _args, { language }) =>
    language === 'zh'
      ? `已为订单 ${order.id} 申请电子发票。`
      : `An electronic invoice for order ${order.id} has been requested.`,
};
