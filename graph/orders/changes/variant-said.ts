import { textOf } from '../../../stores/local-text.ts';
import type { OrderItem } from '../../../stores/orders.ts';
import type { Product } from '../../../stores/products.ts';
import type { WriteView } from '../../../tools/changes/write-tool.ts';
import { formatMoney } from '../../../tools/format.ts';
import { isAvailable } from '../../../tools/orders/order-lines.ts';
import { optionsText } from '../../../tools/products/product-view.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import { wishedVariants } from '../../products/options/options.ts';
import { nextSize, sizeWay } from '../../products/options/size-step.ts';
import { wishPart } from './wish-part.ts';

type Variant = Product['variants'][number];
const FEW = 5;

/** "Black, 256 GB (¥200 more, 3 left)": what a variant is called on a button. */
function variantChoice(variant: Variant, item: OrderItem, view: WriteView): string {
  const phrases = orderPhrases(view.language);
  const difference = (Number(variant.price) - Number(item.unit_price)) * item.quantity;
  const amount = formatMoney(Math.abs(difference), view.currency);
  const price = difference === 0 ? phrases.samePrice : difference > 0 ? phrases.more(amount) : phrases.less(amount);
  const stock =
    variant.stock === null || variant.stock > FEW
      ? phrases.inStock
      : variant.stock > 0
        ? phrases.left(variant.stock)
        : phrases.outOfStock;
  const [open, comma, close] = view.language === 'zh' ? ['（', '，', '）'] : [' (', ', ', ')'];
  return `${optionsText(variant.options, view.language)}${open}${price}${comma}${stock}${close}`;
}

export type VariantWish =
  | { kind: 'none' }
  /** It is offered in no such colour, size …; or is what the customer has. */
  | { kind: 'not_offered' }
  /** `also`: what meets the wish too, but for other options than the customer has. */
  | { kind: 'one'; variant: Variant; also: Variant[] }
  | { kind: 'several'; variants: Variant[] };

/** The variant of a line's product that a message wishes for; other options stay as they are where that can be. */
export function variantSaid(text: string, product: Product, item: OrderItem, view: WriteView): VariantWish {
  const pressed = product.variants.find(
    (variant) =>
      variantChoice(variant, item, view) === text.trim() || optionsText(variant.options, view.language) === text.trim(),
  );
  if (pressed) return { kind: 'one', variant: pressed, also: [] };
  const way = sizeWay(text);
  const current = product.variants.find(({ id }) => id === item.variant_id);
  const next = way && nextSize(product.variants, current, way);
  const part = wishPart(text);
  const others = { ...product, variants: product.variants.filter(({ id }) => id !== item.variant_id) };
  const wished =
    wishedVariants(product, part, view.language) ??
    (part === text ? undefined : wishedVariants(product, text, view.language));
  // "It is too small, one size up": from the size that they have.
  const sameSize =
    wished?.wishes.every(({ key, values }) =>
      values.every((value) => value === textOf(current?.options[key], view.language)),
    ) ?? true;
  if (next && sameSize) return { kind: 'one', variant: next, also: [] };
  if (!wished) return { kind: 'none' };
  // "A smaller one" than the smallest: in another colour it is no smaller.
  if (way && !next && current && sameSize) return { kind: 'not_offered' };
  const fitting = wished.variants.filter(({ id }) => others.variants.some((other) => other.id === id));
  if (fitting.length === 0) return { kind: 'not_offered' };
  const kept = (variant: Variant): number =>
    Object.keys(variant.options).filter(
      (key) => textOf(variant.options[key], 'en') === textOf(current?.options[key], 'en'),
    ).length;
  const most = Math.max(...fitting.map(kept));
  const best = fitting.filter((variant) => kept(variant) === most);
  const [only, ...more] = best;
  return only && more.length === 0
    ? { kind: 'one', variant: only, also: fitting.filter(({ id }) => id !== only.id) }
    : { kind: 'several', variants: best };
}

/** The other variants as buttons, those in stock first. */
export const variantChoices = (variants: readonly Variant[], item: OrderItem, view: WriteView): string[] =>
  variants
    .filter((variant) => variant.id !== item.variant_id && isAvailable(variant, item.quantity))
    .slice(0, 8)
    .map((variant) => variantChoice(variant, item, view));
