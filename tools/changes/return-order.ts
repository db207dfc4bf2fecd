import { z } from 'zod';
import type { Order, OrderItem } from '../../stores/orders.ts';
import { formatMoney } from '../format.ts';
import { shareOfTotal } from '../orders/order-amounts.ts';
import { cents, findLines, lineRef, lineText, productOf, variantOf } from '../orders/order-lines.ts';
import { findPaymentMethod, paymentName } from '../orders/payment-methods.ts';
import { goodsAtOdds } from './goods-at-odds.ts';
import type { FieldChange, WriteTool, WriteView } from './write-tool.ts';

const schema = z.object({
  items: z
    .array(lineRef.extend({ quantity: z.number().int().positive().max(999).optional() }))
    .max(50)
    .optional()
    .describe('Which lines; none: all that was not returned yet'),
  refundTo: z.string().max(100).optional().describe('Payment method that the refund goes to'),
  fault: z.boolean().optional().describe('The goods are at fault'),
  opened: z.boolean().optional().describe('The goods were opened or used'),
  used: z.boolean().optional().describe('The goods were used, more than tried'),
  reason: z.string().max(300).optional(),
});
type Args = z.output<typeof schema>;

/** Registers a return of some or all items; the refund is paid when the goods are back. */
export const returnOrder: WriteTool<typeof schema> = {
  action: 'return_order',
  policy: 'return',
  description: 'Registers a return of some or all items of a delivered order.',
  schema,
  describe(order, args, view) {
    const { language, currency } = view;
    const zh = language === 'zh';
    const lines = returnedLines(order, args);
    if (lines === undefined)
      return {
        refused: zh ? `订单 ${order.id} 里没有这件商品可退。` : `Order ${order.id} has no such item to return.`,
      };
    if (lines.length === 0) return undefined;
    const odds = args.fault ? { conditions: [] } : goodsAtOdds(view.policy.rules.return, lines, view, args);
    if (odds.refused !== undefined) return { refused: odds.refused };
    const method = args.refundTo === undefined ? undefined : findPaymentMethod(view.paymentMethods, args.refundTo);
    if (args.refundTo !== undefined && !method)
      return { refused: zh ? '您的账户里没有这种支付方式。' : 'There is no such payment method in your account.' };
    const { fee, refund } = amounts(order, lines, args, view);
    const changes: FieldChange[] = [
      {
        field: zh ? '退货申请' : 'Return',
        from: null,
        to: zh ? '登记，等待寄回' : 'registered, waiting for the goods',
      },
      ...(order.items.length > 1 || args.items
        ? [
            {
              field: zh ? '退货商品' : 'Items',
              from: null,
              to: lines
                .map((item) => lineText(item, variantOf(productOf(item, view.products), item.variant_id), language))
                .join(zh ? '、' : ', '),
            },
          ]
        : []),
      ...odds.conditions,
      ...(fee > 0
        ? [{ field: zh ? '手续费' : 'Fee', from: null, to: formatMoney(fee, currency), kind: 'fee' as const }]
        : []),
      { field: zh ? '预计退款' : 'Expected refund', from: null, to: formatMoney(refund, currency), kind: 'refund' },
      ...(method ? [{ field: zh ? '退款至' : 'Refund to', from: null, to: paymentName(method, language) }] : []),
    ];
    return { summary: zh ? `为订单 ${order.id} 申请退货` : `Request a return of order ${order.id}`, changes, refund };
  },
  patch(order, args, view) {
    const lines = returnedLines(order, args) ?? [];
    const { refund } = amounts(order, lines, args, view);
    const at = view.now.toISOString();
    const entry = {
      at,
      items: lines.map(({ line, variant_id, quantity }) => ({ line, variantId: variant_id, quantity })),
      amount: refund,
      refundTo: args.refundTo ?? null,
      reason: args.reason ?? null,
    };
    return {
      extra: { ...order.extra, returns: [...listOf(order.extra.returns), entry] },
      refunds: [
        ...order.refunds,
        {
          amount: refund,
          reason: args.reason ?? 'return',
          status: 'requested',
          requestedAt: at,
          ...(args.refundTo ? { refundTo: args.refundTo } : {}),
        },
      ],
    };
  },
  done: (order, _args, { language }) =>
    language === 'zh'
      ? `订单 ${order.id} 的退货申请已登记，收到并验收商品后退款。`
      : `The return of order ${order.id} is registered; the refund follows once the goods have arrived and been checked.`,
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const entrySchema = z.object({ items: z.array(z.object({ line: z.number(), quantity: z.number() })) });

/** What of the order is to be returned: lines with the quantities that are left; undefined: not in the order. */
function returnedLines(order: Order, args: Args): OrderItem[] | undefined {
  if (order.extra.returnRequest !== undefined) return [];
  const returned = new Map<number, number>();
  for (const entry of listOf(order.extra.returns)) {
    const read = entrySchema.safeParse(entry);
    for (const { line, quantity } of read.success ? read.data.items : [])
      returned.set(line, (returned.get(line) ?? 0) + quantity);
  }
  const left = (item: OrderItem): number => item.quantity - (returned.get(item.line) ?? 0);
  if (!args.items || args.items.length === 0)
    return order.items.flatMap((item) => (left(item) > 0 ? [{ ...item, quantity: left(item) }] : []));
  const refs = args.items;
  const lines = findLines(order, refs);
  if (!lines) return undefined;
  const some = lines.map((item, index) => ({ ...item, quantity: refs[index]?.quantity ?? left(item) }));
  if (some.every((item) => left(item) <= 0)) return [];
  return some.every((item) => item.quantity > 0 && item.quantity <= left(item)) ? some : undefined;
}

/** The whole order's refund is its total (discounts included); a part's is its share of the items' prices. */
function amounts(order: Order, lines: OrderItem[], args: Args, view: WriteView): { fee: number; refund: number } {
  const worth = (items: readonly OrderItem[]): number =>
    items.reduce((sum, item) => sum + Number(item.unit_price) * item.quantity, 0);
  const all = worth(order.items);
  const part = worth(lines);
  const worthBack = part === all ? order.total : shareOfTotal(order, part);
  const { amount, share } = view.policy.rules.return.fee;
  const fee = args.fault ? 0 : Math.min(worthBack, cents(amount + share * worthBack));
  return { fee, refund: cents(worthBack - fee) };
}
