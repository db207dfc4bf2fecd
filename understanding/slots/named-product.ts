import type { Slots } from '../types.ts';

/** A mention that is surely one of the catalogue: its score is at least this. */
export const NAMED_PRODUCT = 0.6;

/** Whether it surely names two products or more. */
export const namesSeveral = ({ products }: Pick<Slots, 'products'>): boolean =>
  products.filter(({ score }) => score >= NAMED_PRODUCT).length > 1;

/** Whether a message surely names a product. */
export const namesProduct = ({ products }: Pick<Slots, 'products'>): boolean =>
  (products[0]?.score ?? 0) >= NAMED_PRODUCT;
