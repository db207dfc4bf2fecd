import { allTexts } from '../../../stores/local-text.ts';
import type { Product, ProductStore } from '../../../stores/products.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { termsOfRows } from '../../knowledge/beyond-the-row.ts';
import { namesOf } from '../meant/names-of.ts';
import { headOf } from './sells-any.ts';

/**
 * Tells the products that only share the last word of what is asked for: where a shop sells planners and refills for
 * pens, "planner refills" are none of the latter. The word before the head is of the name of other goods, and this
 * product's own row does not know it.
 */
export async function thingsOfOthers(
  question: string,
  some: readonly Product[],
  goods: Pick<ProductStore, 'all'>,
): Promise<(product: Product) => boolean> {
  const normalised = normaliseText(question);
  const units = askedUnits(normalised, []).filter(({ kind, terms }) => kind === 'word' && terms.length > 0);
  const pairs = units.flatMap((unit, place) => {
    const before = units[place - 1];
    const joined = before && [`${before.text} ${unit.text}`, before.text + unit.text];
    return before && joined?.some((text) => normalised.includes(text)) ? [{ before, unit }] : [];
  });
  if (pairs.length === 0 || some.length === 0) return () => false;
  const names = termsOf(namesOf(await goods.all()).join(' '));
  return (product) => {
    const row = termsOfRows([product]);
    const heads = allTexts(product.name).flatMap((name) => headOf(name)?.terms ?? []);
    return pairs.some(
      ({ before, unit }) =>
        unit.terms.every((term) => heads.includes(term)) && !isMet(before, row) && isMet(before, names),
    );
  };
}
