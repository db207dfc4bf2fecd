import type { ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { askedFacts } from './facts.ts';

/** A kind named by one of its words or better. */
const CLEAR_KIND = 0.8;

/** "What batteries does the torch take": a property of the one product that is named, not goods to go with it. */
export async function asksProperty(
  { text, slots, isQuestion }: Pick<UnderstoodRequest, 'text' | 'slots' | 'isQuestion'>,
  { products, language }: { products: Pick<ProductStore, 'byIds'>; language: Language },
): Promise<boolean> {
  const [only, another] = surelyNamed(slots);
  if (only === undefined || another !== undefined || !isQuestion) return false;
  const otherKind = slots.categories.some(({ score, productIds }) => score >= CLEAR_KIND && !productIds.includes(only));
  if (otherKind) return false;
  const [product] = await products.byIds([only]);
  return product !== undefined && askedFacts(product, text, language).length > 0;
}
