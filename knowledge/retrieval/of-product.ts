import { isCommonWord } from '../text/common-words.ts';
import { tradeWords } from '../text/trade-words.ts';
import type { Passage } from '../types.ts';

/** What a product's text says first of every product: its kind answers nothing, its price is told by its row. */
const OF_EVERY_PRODUCT = /^(?:类别|价格|Category|Price)[:：]/;

/**
 * Which sentences of a product's text may answer: those that speak of something that is asked besides the product
 * itself. Its other properties would only fill a reply; of what asks for the product alone any may tell.
 */
export function tellsOfProduct(question: string, { title }: Pick<Passage, 'title'>): (sentence: string) => boolean {
  const { analyzer } = tradeWords();
  const termsOf = (text: string) => new Set(analyzer.terms(text));
  const name = termsOf(title);
  const asked = analyzer
    .units(question)
    .filter(({ text, terms }) => terms.length > 0 && !isCommonWord(text) && !terms.every((term) => name.has(term)));
  return (sentence) => {
    if (OF_EVERY_PRODUCT.test(sentence)) return false;
    if (asked.length === 0) return true;
    const said = termsOf(sentence);
    return asked.some(({ terms, concepts }) => [...terms, ...concepts].some((term) => said.has(term)));
  };
}
