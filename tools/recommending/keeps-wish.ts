import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { lowestPrice } from '../products/product-view.ts';
import { fitsMeasures } from './fitting-measures.ts';
import { lacksWish } from './lacks-wish.ts';
import { keepsLimit, limitAsked } from './limit-asked.ts';
import { holdsUnwanted } from './told-by-row.ts';

/** What a customer demands of goods. */
export interface Demand {
  /** Stated needs, and the whole message, for limits of measures. */
  query?: string | undefined;
  said?: string | undefined;
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
}

/** Whether a product does not go against what is demanded: by its price, its measures and what is told of it. */
export function keepsWish({ query = '', said, minPrice, maxPrice }: Demand, language: Language) {
  const lacks = lacksWish(query);
  const holds = holdsUnwanted(query, language);
  const fits = fitsMeasures(query);
  const limit = limitAsked(said ?? query);
  return (product: Product): boolean =>
    !lacks(product) &&
    !holds(product) &&
    fits(product) !== false &&
    (limit === undefined || keepsLimit(product, limit) !== false) &&
    (maxPrice === undefined || lowestPrice(product) <= maxPrice) &&
    (minPrice === undefined || lowestPrice(product) >= minPrice);
}
