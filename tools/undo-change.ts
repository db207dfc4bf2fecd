import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Order } from '../stores/orders.ts';
import type { LedgerEntry } from './ledger.ts';
import type { OrderPatch, WriteTool } from './write-tool.ts';

const schema = z.object({
  changeId: z.number().int().optional().describe('A row of the ledger; the latest if left out'),
});
const DAY_MS = 86_400_000;

/** What can be taken back without anybody's help: nothing that money or goods already follow. */
const UNDONE: Readonly<Record<string, { zh: string; en: string }>> = {
  change_address: { zh: '地址修改', en: 'the change of address' },
  change_items: { zh: '商品修改', en: 'the change of items' },
  return_order: { zh: '退货申请', en: 'the return' },
  exchange_order: { zh: '换货申请', en: 'the exchange' },
  urge_delivery: { zh: '催单', en: 'the reminder' },
  change_invoice_title: { zh: '发票抬头修改', en: 'the change of the invoice title' },
  change_payment: { zh: '支付方式修改', en: 'the change of payment' },
};

const chosen = (entry: LedgerEntry | null, changeId: number | undefined): LedgerEntry | undefined =>
  entry && (changeId === undefined || changeId === entry.id) ? entry : undefined;

/** Takes the latest change back, as long as the order still is as that change left it. */
export const undoChange: WriteTool<typeof schema> = {
  action: 'undo_change',
  policy: 'undo',
  description: "Takes the customer's latest change of an order back.",
  schema,
  describe(order, { changeId }, { language, lastChange, now, policy }) {
    const zh = language === 'zh';
    const entry = chosen(lastChange, changeId);
    const name = entry && UNDONE[entry.action];
    if (!entry) return { refused: zh ? '没有可以撤销的修改。' : 'There is no change to take back.' };
    if (!name)
      return {
        refused: zh
          ? '这项修改不能自行撤销，可以请人工客服处理。'
          : 'That change can’t be taken back here; a colleague can look into it.',
      };
    const { days } = policy.rules.undo;
    if (days !== null && now.getTime() - entry.at.getTime() > days * DAY_MS)
      return { refused: zh ? '撤销的时限已过。' : 'The time to take that change back has passed.' };
    if (!stillAsLeft(order, entry))
      return {
        refused: zh ? '订单之后又有变动，不能撤销。' : 'The order has changed since, so that can’t be taken back.',
      };
    return {
      summary: zh ? `撤销订单 ${order.id} 的${name.zh}` : `Take back ${name.en} of order ${order.id}`,
      changes: [
        {
          field: zh ? '修改' : 'Change',
          from: zh ? name.zh : name.en,
          to: zh ? '撤销，恢复原样' : 'taken back, as it was before',
        },
      ],
    };
  },
  patch: (_order, { changeId }, { lastChange }) => (chosen(lastChange, changeId)?.before ?? {}) as OrderPatch,
  done: (order, _args, { language }) =>
    language === 'zh' ? `已撤销，订单 ${order.id} 恢复原样。` : `Taken back: order ${order.id} is as it was before.`,
};

/** Compares what the ledger says was written with what stands there now, as JSON. */
function stillAsLeft(order: Order, entry: LedgerEntry): boolean {
  const now = new Map<string, unknown>(Object.entries(order));
  return Object.entries(entry.after).every(([key, value]) =>
    isDeepStrictEqual(JSON.parse(JSON.stringify(now.get(key) ?? null)), value),
  );
}
