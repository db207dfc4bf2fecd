import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({ title: z.string().trim().min(1).max(200) });
const invoiceSchema = z.looseObject({ title: z.unknown(), titleChangedAt: z.string().optional() });

/** Changes the title of an order's latest invoice. */
export const changeInvoiceTitle: WriteTool<typeof schema> = {
  action: 'change_invoice_title',
  policy: 'invoice_title',
  description: "Changes the title of an order's invoice.",
  schema,
  describe(order, { title }, { language }) {
    const zh = language === 'zh';
    const read = invoiceSchema.safeParse(order.invoices.at(-1));
    if (!read.success)
      return { refused: zh ? `订单 ${order.id} 还没有发票。` : `Order ${order.id} has no invoice yet.` };
    if (read.data.titleChangedAt !== undefined)
      return {
        refused: zh ? '这张发票的抬头已经改过一次。' : 'The title of this invoice has been changed once already.',
      };
    const from = textOf(read.data.title, language) || null;
    if (from === title) return undefined;
    return {
      summary: zh ? `修改订单 ${order.id} 的发票抬头` : `Change the invoice title of order ${order.id}`,
      changes: [{ field: zh ? '发票抬头' : 'Invoice title', from, to: title }],
    };
  },
  patch(order, { title }, { now }) {
    const read = invoiceSchema.safeParse(order.invoices.at(-1));
    return {
      invoices: [
        ...order.invoices.slice(0, -1),
        { ...(read.success ? read.data : {}), title, titleChangedAt: now.toISOString() },
      ],
    };
  },
  done: (order, { title }, { language }) =>
    language === 'zh'
      ? `订单 ${order.id} 的发票抬头已改为：${title}`
      : `The invoice of order ${order.id} is now made out to: ${title}`,
};
