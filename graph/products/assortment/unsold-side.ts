import type { ProductStore } from '../../../stores/products.ts';
import { askedUnits, isMet } from '../../../tools/products/product-words.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { termsOfRows } from '../../knowledge/beyond-the-row.ts';
import { MOST_READ } from '../selecting/chosen-by-words.ts';

/** Two things set side by side, each by a name of its own. */
const SIDES = [
  /^(?:请问|你好|那|[，, ])*(?<one>[^，,？?]{2,10}?)(?:和|跟|与|还是|对比|比)(?<other>[^，,？?]{2,10}?)(?:哪|谁|有什么|有啥|的?(?:区别|差别|不同)|相比|更|[？?]|$)/,
  /\b(?:between|compare|is|are|or|better,?|buy|get|take|choose)\s+(?:(?:the|an?)\s+)?(?<one>[a-z][a-z -]{2,24}?)\s+(?:and|or|vs\.?|versus|with|to|better than)\s+(?:(?:the|an?)\s+)?(?<other>[a-z][a-z -]{2,24}?)(?:\s+(?:better|for|in|more|less|which)\b|[?.!,]|$)/,
  /^(?:the |an? )?(?<one>[a-z][a-z -]{2,24}?) (?:vs\.?|versus|or) (?:the |an? )?(?<other>[a-z][a-z -]{2,24}?)(?:[?.!,]|$)/,
];
/** Said of a thing, and no name of one. */
const NO_NAME =
  /[这那哪它的]|\b(?:this|that|these|those|it|them|ones?|two|both|first|second|other|cheaper|bigger|smaller)\b/;

/** Of two things that are compared, the one that no row of the shop's goods speaks of, where one does of the other. */
export async function unsoldSide(text: string, products: Pick<ProductStore, 'all'>): Promise<string | undefined> {
  const normalised = normaliseText(text);
  const sides = SIDES.map((side) => side.exec(normalised)?.groups).find(Boolean);
  const names = [sides?.one, sides?.other].flatMap((name) => (name && !NO_NAME.test(name) ? [name.trim()] : []));
  if (names.length < 2) return undefined;
  const goods = await products.all();
  if (goods.length > MOST_READ) return undefined;
  const terms = termsOfRows(goods);
  const unsold = names.filter((name) => {
    const units = askedUnits(name, []).filter(({ terms: own }) => own.length > 0);
    return units.length > 0 && units.every((unit) => !isMet(unit, terms));
  });
  return unsold.length === 1 ? unsold[0] : undefined;
}
