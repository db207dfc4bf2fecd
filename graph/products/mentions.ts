import { NAMED_PRODUCT } from '../../understanding/slots/named-product.ts';
import type { Slots } from '../../understanding/types.ts';

/** Mentions this close to the best one may be meant too. */
const CLOSE = 0.08;

/** The products that a message names: those named (nearly) in full, else all of the categories named. */
export function mentionedProducts(slots: Slots): { ids: string[]; named: boolean } {
  const best = Math.max(0, ...slots.products.map((mention) => mention.score));
  if (best >= NAMED_PRODUCT) {
    return {
      ids: slots.products
        .filter((mention) => mention.score >= best - CLOSE || mention.own)
        .map((mention) => mention.productId),
      named: true,
    };
  }
  const categories = slots.categories.flatMap((category) => category.productIds);
  return { ids: [...new Set(categories)], named: false };
}
