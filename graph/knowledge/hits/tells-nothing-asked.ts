import type { QueryUnit } from '../../../knowledge/text/analyzer.ts';
import { isCommonWord } from '../../../knowledge/text/common-words.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';

/**
 * Whether a product was found by a name alone: it speaks of nothing else that is asked of the goods of these names
 * ("is the classical guitar vegan"). What asks for nothing but the product itself is told by its text.
 */
export function tellsNothingAsked(
  question: string,
  { title, text }: Pick<Hit, 'title' | 'text'>,
  names: readonly string[],
): boolean {
  const asked = askedUnits(question, names).filter(
    // Only words that the lexicon knows surely ask for something: 嗯嗯 asks for nothing.
    ({ kind, text: said, concepts }) =>
      kind === 'word' && concepts.length > 0 && said.length > 1 && !isCommonWord(said),
  );
  const terms = termsOf(`${title} ${text}`);
  // The last part of a compound is enough: 换滤芯 of a filter; "coffee pods" are not told by "coffee machine".
  const isTold = (unit: QueryUnit): boolean => isMet(unit, terms) || terms.has(unit.terms.at(-1) ?? '');
  return asked.length > 0 && !asked.some(isTold);
}
