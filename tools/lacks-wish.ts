import { tradeWords } from '../knowledge/text/trade-words.ts';
import type { Product } from '../stores/products.ts';
import { askedProperty } from './product-words.ts';

const NO = /^(?:no|none|false|否|无|没有|不是)$/i;
const saysNo = (value: unknown): boolean => value === false || (typeof value === 'string' && NO.test(value.trim()));

/** Whether a product's own row says no to what is wished for: nothing "safe for dogs" with `pet_safe: false`. */
export function lacksWish(wish: string): (product: Product) => boolean {
  const isAsked = askedProperty(tradeWords().analyzer.units(wish));
  return ({ attributes }) => Object.entries(attributes).some(([key, value]) => saysNo(value) && isAsked(key));
}
