import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { Order, OrderItem } from '../../stores/orders.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { optionsText } from '../products/product-view.ts';

type Variant = Product['variants'][number];

/** Which line of an order is meant: by its number, or by the variant (or product) that it holds. */
export const lineRef = z.object({
  line: z.number().int().positive().optional().describe('Number of the line in the order'),
  variantId: z.string().max(64).optional().describe('The variant (or product) that the line holds now'),
});
export type LineRef = z.infer<typeof lineRef>;

/** The lines meant, each once, in the order asked; undefined when one of them is not in the order. */
export function findLines(order: Order, refs: readonly LineRef[]): OrderItem[] | undefined {
  const taken = new Set<number>();
  const lines: OrderItem[] = [];
  for (const ref of refs) {
    const free = order.items.filter((item) => !taken.has(item.line));
    const found =
      ref.line !== undefined
        ? free.find((item) => item.line === ref.line)
        : (free.find((item) => item.variant_id === ref.variantId) ??
          free.find((item) => item.product_id === ref.variantId));
    if (!found || (ref.line === undefined && ref.variantId === undefined)) return undefined;
    taken.add(found.line);
    lines.push(found);
  }
  return lines;
}

export const productOf = (item: OrderItem, products: readonly Product[]): Product | undefined =>
  products.find(({ id }) => id === item.product_id);

export const variantOf = (product: Product | undefined, variantId: string | null): Variant | undefined =>
  product?.variants.find(({ id }) => id === variantId);

/** Stock that the shop does not count can be ordered. */
export const isAvailable = (variant: Pick<Variant, 'stock'>, quantity: number): boolean =>
  variant.stock === null || variant.stock >= quantity;

/** What follows a name: "（红色）", " (red)". */
export const inBrackets = (text: string, language: Language): string =>
  language === 'zh' ? `（${text}）` : ` (${text})`;

/** "World Atlas (hardcover) ×2". */
export function lineText(
  item: Pick<OrderItem, 'name' | 'quantity'>,
  variant: Pick<Variant, 'options'> | undefined,
  language: Language,
): string {
  const options = variant ? optionsText(variant.options, language) : '';
  const shown = options ? inBrackets(options, language) : '';
  return `${textOf(item.name, language)}${shown}${item.quantity > 1 ? ` ×${item.quantity}` : ''}`;
}

const CENTS = 100;
/** Sums without the crumbs of binary fractions. */
export const cents = (amount: number): number => Math.round(amount * CENTS) / CENTS;
