import { allTexts } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';

/** What a description calls the thing, before it goes on to what belongs to it: "A palm-sized speaker, with a loop for the backpack". */
const CALLED = /^.*?(?=[,，。;；:：(（]|\.\s|\s(?:with|for|that|which|to|from)\s|$)/s;

/** The first words of a description, which say what the thing is. */
export const calledBy = (description: string): string => CALLED.exec(description)?.[0] ?? '';

/** Nothing is named by what it is: "the one with a loop". */
const UNNAMED = /\b(?:it|its|this|that|these|those|they|them|ones?|which|what|any|anything|something)\b|[它这那哪]/i;
/** "What colours", "which size": asked of the thing that is named behind it. */
const OF_A_PROPERTY = /\b(?:what|which) \w+ (?:is|are|does|do|has|have|can)\b/i;

/**
 * Whether a question that names a thing names this product, by what it is called and not by what its description
 * mentions beside it: the price of a backpack is not that of the speaker that hangs on one.
 */
export function isCalled(product: Pick<Product, 'name' | 'category' | 'description'>, question: string): boolean {
  if (UNNAMED.test(question.replace(OF_A_PROPERTY, ' '))) return true;
  const units = askedUnits(question, []).filter(({ terms }) => terms.length > 0);
  const calls = allTexts(product.description).map(calledBy);
  const terms = termsOf([...allTexts(product.name), ...allTexts(product.category), ...calls].join('\n'));
  return units.length === 0 || units.some((unit) => isMet(unit, terms));
}
