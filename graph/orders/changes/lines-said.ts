import { allTexts } from '../../../stores/local-text.ts';
import type { Order, OrderItem } from '../../../stores/orders.ts';
import { lineText, productOf, variantOf } from '../../../tools/order-lines.ts';
import type { WriteView } from '../../../tools/write-tool.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

const ALL =
  /全部|所有|都要?(?:退|换)|整单|全退|两件都|\b(?:all(?: of (?:it|them))?|everything|both|the (?:whole|entire) order)\b/i;

/** How a line is called on a button. */
export const lineChoice = (item: OrderItem, view: WriteView): string =>
  lineText(item, variantOf(productOf(item, view.products), item.variant_id), view.language);

export const saysAll = (text: string): boolean => ALL.test(text);

/** A line's name or a telling part of it stands in the text. */
function named(item: OrderItem, lower: string): boolean {
  return allTexts(item.name).some((name) => {
    const plain = name.toLowerCase();
    if (lower.includes(plain)) return true;
    if (/\p{Script=Han}/u.test(plain)) {
      const tail =
        plain
          .replace(/（.*?）|\(.*?\)/gu, '')
          .trim()
          .split(/\s+/)
          .at(-1) ?? '';
      return tail.length > 1 && (lower.includes(tail) || (tail.length > 2 && lower.includes(tail.slice(-2))));
    }
    const head =
      plain
        .replace(/\(.*?\)/g, '')
        .trim()
        .split(/\s+/)
        .at(-1) ?? '';
    return head.length > 2 && new RegExp(`\\b${head.replace(/[^a-z\d]/g, '.')}s?\\b`).test(lower);
  });
}

/** The lines of an order that a message points at: by button, product, name or place. Empty: it points at none. */
export function linesSaid(order: Order, request: UnderstoodRequest, view: WriteView, asked: boolean): OrderItem[] {
  const { text, slots } = request;
  const pressed = order.items.filter((item) => lineChoice(item, view) === text.trim());
  if (pressed.length > 0) return pressed;
  const ids = new Set(slots.products.map(({ productId }) => productId));
  const lower = text.toLowerCase();
  const byName = order.items.filter((item) => named(item, lower));
  if (byName.length > 0) return byName;
  const byId = order.items.filter((item) => item.product_id !== null && ids.has(item.product_id));
  if (byId.length > 0) return byId;
  const kinds = new Set(slots.categories.flatMap(({ productIds }) => productIds));
  const byKind = order.items.filter((item) => item.product_id !== null && kinds.has(item.product_id));
  if (byKind.length > 0) return byKind;
  if (asked && slots.ordinal) {
    const place = slots.ordinal.from === 'start' ? slots.ordinal.n - 1 : order.items.length - slots.ordinal.n;
    return order.items.slice(place, place + 1);
  }
  return [];
}
