import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Order } from '../../stores/orders.ts';
import type { Language } from '../../stores/schema.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { OrderPatch, WriteTool, WriteView } from './write-tool.ts';

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

/** Whether changes of this kind are taken back at all. */
export const isEverUndone = (action: string): boolean => action in UNDONE;

/** Why a change can't be taken back whatever became of its order: its kind, or the time. Undefined: neither. */
export function undoRefused(
  { action, at }: Pick<LedgerEntry, 'action' | 'at'>,
  { language, now, policy }: Pick<WriteView, 'language' | 'now' | 'policy'>,
): string | undefined {
  const zh = language === 'zh';
  if (!isEverUndone(action))
    return zh
      ? '这项修改不能自行撤销，可以请人工客服处理。'
      : 'That change can’t be taken back here; a colleague can look into it.';
  const { days } = policy.rules.undo;
  if (days === null || now.getTime() - at.getTime() <= days * DAY_MS) return undefined;
  return zh ? '撤销的时限已过。' : 'The time to take that change back has passed.';
}

/** What is said of a change that others followed. */
export const changedSince = (language: Language): string =>
  language === 'zh' ? '订单之后又有变动，不能撤销。' : 'The order has changed since, so that can’t be taken back.';

/** Takes the latest change back, as long as the order still is as that change left it. */
export const undoChange: WriteTool<typeof schema> = {
  action: 'undo_change',
  policy: 'undo',
  description: "Takes the customer's latest change of an order back.",
  schema,
  describe(order, { changeId }, view) {
    const { language, lastChange } = view;
    const zh = language === 'zh';
    const entry = chosen(lastChange, changeId);
    if (!entry) return { refused: zh ? '没有可以撤销的修改。' : 'There is no change to take back.' };
    const refused = undoRefused(entry, view) ?? (stillAsLeft(order, entry) ? undefined : changedSince(language));
    if (refused !== undefined) return { refused };
    const name = UNDONE[entry.action]?.[language] ?? entry.action;
    return {
      summary: zh ? `撤销订单 ${order.id} 的${name}` : `Take back ${name} of order ${order.id}`,
      changes: [
        {
          field: zh ? '修改' : 'Change',
          from: name,
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
