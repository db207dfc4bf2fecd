import { tradeWords } from '../../knowledge/text/trade-words.ts';
import type { Product } from '../../stores/products.ts';
import { flagOf } from '../products/flag-value.ts';
import { askedProperty } from '../products/product-words.ts';
import { SAYS_FREE } from './row-constraints.ts';

const WITHOUT = /不[含带要]|[无没免]|\b(?:free|without|no|not|non)\b/i;

/** Whether a product's own row says no to what is wished for: nothing "safe for dogs" with `pet_safe: false`. */
export function lacksWish(wish: string): (product: Product) => boolean {
  const isAsked = askedProperty(tradeWords().analyzer.units(wish));
  const without = WITHOUT.test(wish);
  return ({ attributes }) =>
    Object.entries(attributes).some(([key, value]) => {
      const flag = flagOf(value);
      // "Fragrance free: yes" says no to a wish for fragrance.
      const says = flag === (SAYS_FREE.test(key) && !without);
      return says && isAsked(key);
    });
}
