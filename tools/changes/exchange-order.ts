import { z } from 'zod';
import { goodsAtOdds } from './goods-at-odds.ts';
import { differenceChanges, planSwaps, swapRef } from './swap-lines.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({
  items: z
    .array(swapRef.omit({ quantity: true }))
    .min(1)
    .max(50),
  paymentMethodId: z.string().max(100).optional().describe('Pays or receives the difference in price'),
  fault: z.boolean().optional().describe('The goods are at fault'),
  opened: z.boolean().optional().describe('The goods were opened or used'),
  used: z.boolean().optional().describe('The goods were used, more than tried'),
  reason: z.string().max(300).optional(),
});

/** Registers an exchange of delivered items for other variants of the same products; the same variant for faulty ones. */
export const exchangeOrder: WriteTool<typeof schema> = {
  action: 'exchange_order',
  policy: 'exchange',
  description: 'Exchanges delivered items for other variants of the same products.',
  schema,
  describe(order, args, view) {
    const zh = view.language === 'zh';
    const plan = planSwaps(order, args.items, view, { sameAllowed: true });
    if ('refused' in plan) return plan;
    const under = exchangedLines(order.extra);
    if (plan.swaps.some(({ from }) => under.has(from.line)))
      return { refused: zh ? `这件商品已经在换货中。` : `An exchange of that item is already under way.` };
    const { exchange, return: returns } = view.policy.rules;
    // What may not come back once it is opened can't be exchanged either, where the shop names no others.
    const rule = exchange.excluded.length > 0 || !args.opened ? exchange : { ...exchange, excluded: returns.excluded };
    const lines = plan.swaps.map(({ from }) => from);
    const odds = args.fault ? { conditions: [] } : goodsAtOdds(rule, lines, view, args);
    if (odds.refused !== undefined) return { refused: odds.refused };
    const money = differenceChanges(plan.difference, args.paymentMethodId, view);
    if ('refused' in money) return money;
    return {
      summary: zh ? `为订单 ${order.id} 换货` : `Exchange items of order ${order.id}`,
      changes: [...plan.swaps.map(({ change }) => change), ...money, ...odds.conditions],
      refund: Math.max(0, -plan.difference),
    };
  },
  patch(order, args, view) {
    const plan = planSwaps(order, args.items, view, { sameAllowed: true });
    if ('refused' in plan) return {};
    const entry = {
      at: view.now.toISOString(),
      status: 'requested',
      items: plan.swaps.map(({ from, to }) => ({
        line: from.line,
        variantId: from.variant_id,
        toVariantId: to.variant_id,
        quantity: from.quantity,
      })),
      difference: plan.difference,
      paymentMethodId: args.paymentMethodId ?? null,
      reason: args.reason ?? null,
    };
    return { extra: { ...order.extra, exchanges: [...listOf(order.extra.exchanges), entry] } };
  },
  done: (order, _args, { language }) =>
    language === 'zh'
      ? `订单 ${order.id} 的换货申请已登记。请把原商品寄回，收到后为您寄出新的。`
      : `The exchange for order ${order.id} is registered. Please send the item back; the new one is sent once it has arrived.`,
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const entrySchema = z.object({ items: z.array(z.object({ line: z.number() })) });

/** Lines of an order that are being exchanged. */
const exchangedLines = (extra: Record<string, unknown>): Set<number> =>
  new Set(
    listOf(extra.exchanges).flatMap((entry) => {
      const read = entrySchema.safeParse(entry);
      return read.success ? read.data.items.map(({ line }) => line) : [];
    }),
  );
