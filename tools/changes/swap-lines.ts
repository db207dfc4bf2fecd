import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { Order, OrderItem } from '../../stores/orders.ts';
import { formatMoney } from '../format.ts';
import { shareOfTotal } from '../orders/order-amounts.ts';
import {
  cents,
  findLines,
  inBrackets,
  isAvailable,
  lineRef,
  lineText,
  productOf,
  variantOf,
} from '../orders/order-lines.ts';
import { cannotPay, findPaymentMethod, paymentName } from '../orders/payment-methods.ts';
import type { FieldChange, RefusedChange, WriteView } from './write-tool.ts';

/** A line and the variant of the same product that is wanted for it. */
export const swapRef = lineRef.extend({
  toVariantId: z.string().max(64).optional().describe('The variant that is wanted instead, of the same product'),
  quantity: z.number().int().min(0).max(999).optional().describe('The new quantity; 0 takes the line out'),
});
export type SwapRef = z.infer<typeof swapRef>;

export interface Swap {
  from: OrderItem;
  to: OrderItem;
  change: FieldChange;
}

export interface Swaps {
  swaps: Swap[];
  /** What the customer pays in addition; below zero: gets back. */
  difference: number;
}

/** The lines as they would become, at today's prices; or why that can't be. */
export function planSwaps(
  order: Order,
  refs: readonly SwapRef[],
  view: WriteView,
  rules: { sameAllowed: boolean },
): Swaps | RefusedChange {
  const zh = view.language === 'zh';
  const lines = findLines(order, refs);
  if (!lines)
    return { refused: zh ? `订单 ${order.id} 里没有这件商品。` : `Order ${order.id} does not hold that item.` };
  const swaps: Swap[] = [];
  for (const [index, item] of lines.entries()) {
    const ref = refs[index];
    const product = productOf(item, view.products);
    const old = variantOf(product, item.variant_id);
    const wanted = ref?.toVariantId;
    const quantity = ref?.quantity ?? item.quantity;
    const name = textOf(item.name, view.language);
    const next = wanted === undefined ? old : variantOf(product, wanted);
    const sameProduct = wanted !== undefined && wanted === product?.id && product.variants.length === 0;
    if (wanted !== undefined && !next && !sameProduct)
      return { refused: zh ? `${name}没有这个规格。` : `${name} does not come in that variant.` };
    const stock = next ?? (sameProduct && product ? { stock: product.stock } : undefined);
    const needed = wanted !== undefined && wanted !== item.variant_id ? quantity : quantity - item.quantity;
    if (stock && (needed > 0 || rules.sameAllowed) && !isAvailable(stock, Math.max(needed, 1))) {
      const shown = next ? lineText({ name: item.name, quantity: 1 }, next, view.language) : name;
      return { refused: zh ? `${shown}目前缺货。` : `${shown} is out of stock at the moment.` };
    }
    if (!rules.sameAllowed && quantity === item.quantity && (next?.id ?? null) === item.variant_id) continue;
    const changed = next !== undefined && next.id !== item.variant_id;
    const to: OrderItem = {
      ...item,
      variant_id: next?.id ?? item.variant_id,
      quantity,
      unit_price: changed ? Number(next.price) : item.unit_price,
    };
    swaps.push({
      from: item,
      to,
      change: {
        field: name,
        from: lineText(item, old, view.language),
        to: quantity > 0 ? lineText(to, next, view.language) : { zh: '取消', en: 'removed' }[view.language],
      },
    });
  }
  const worth = (item: OrderItem): number => Number(item.unit_price) * item.quantity;
  const difference = swaps.reduce((sum, { from, to }) => sum + worth(to) - worth(from), 0);
  // What goes was paid with its share of what was taken off the order.
  return { swaps, difference: cents(difference < 0 ? -shareOfTotal(order, -difference) : difference) };
}

/** How a difference in price is settled, as the customer confirms it; or why the way to pay won't do. */
export function differenceChanges(
  difference: number,
  paymentMethodId: string | undefined,
  view: WriteView,
): FieldChange[] | RefusedChange {
  const zh = view.language === 'zh';
  const method = paymentMethodId === undefined ? undefined : findPaymentMethod(view.paymentMethods, paymentMethodId);
  if (paymentMethodId !== undefined && !method)
    return { refused: zh ? '您的账户里没有这种支付方式。' : 'There is no such payment method in your account.' };
  const short = method && cannotPay(method, difference, view);
  if (short) return { refused: short };
  const amount = formatMoney(Math.abs(difference), view.currency);
  const by = method ? inBrackets(paymentName(method, view.language), view.language) : '';
  const change = { field: zh ? '差价' : 'Price difference', from: null };
  if (difference === 0) return [{ ...change, to: zh ? '无差价' : 'no difference' }];
  return difference > 0
    ? [{ ...change, to: zh ? `补 ${amount}${by}` : `${amount} to pay${by}`, kind: 'charge' }]
    : [{ ...change, to: zh ? `退 ${amount}${by}` : `${amount} back to you${by}`, kind: 'refund' }];
}
