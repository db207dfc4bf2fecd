import type { Slots } from '../types.ts';

/** A mention that is surely one of the catalogue: its score is at least this. */
export const NAMED_PRODUCT = 0.6;

/** A kind named by all its words: a category's score is at least this. */
export const WHOLE_KIND = 0.9;

/** The ids of the products that a message surely names, best first. */
export const surelyNamed = ({ products }: Pick<Slots, 'products'>): string[] =>
  products.filter(({ score, ofKind }) => score >= NAMED_PRODUCT && !ofKind).map(({ productId }) => productId);

/** Whether a message surely names a product, or the kind that one is called by. */
export const namesProduct = ({ products }: Pick<Slots, 'products'>): boolean =>
  (products[0]?.score ?? 0) >= NAMED_PRODUCT;
