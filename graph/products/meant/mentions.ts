import { NAMED_PRODUCT, WHOLE_KIND } from '../../../understanding/slots/named-product.ts';
import type { Slots } from '../../../understanding/types.ts';

/** Mentions this close to the best one may be meant too. */
const CLOSE = 0.08;

/** The products that a message names: those named (nearly) in full, else all of the categories named. */
export function mentionedProducts(slots: Pick<Slots, 'products' | 'categories'>): { ids: string[]; named: boolean } {
  const products = slots.products.filter(({ ofKind }) => !ofKind);
  const best = Math.max(0, ...products.map((mention) => mention.score));
  if (best >= NAMED_PRODUCT) {
    return {
      ids: products
        .filter((mention) => mention.score >= best - CLOSE || mention.own)
        .map((mention) => mention.productId),
      named: true,
    };
  }
  // "Electric guitars" is not all that has "guitar" in its name.
  const whole = slots.categories.filter(({ score }) => score >= WHOLE_KIND);
  const categories = (whole.length > 0 ? whole : slots.categories).flatMap((category) => category.productIds);
  return { ids: [...new Set(categories)], named: false };
}
