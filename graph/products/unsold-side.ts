import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import { askedUnits, isMet, termsOf } from '../../tools/product-words.ts';
import { normaliseText } from '../../understanding/normalise.ts';

/** Two things set side by side, each by a name of its own. */
const SIDES = [
  /^(?:请问|你好|那|[，, ])*(?<one>[^，,？?]{2,10}?)(?:和|跟|与|还是|对比|比)(?<other>[^，,？?]{2,10}?)(?:哪|谁|有什么|有啥|的?(?:区别|差别|不同)|相比|更|[？?]|$)/,
  /\b(?:between|compare|is|are|or|better,?|buy|get|take|choose)\s+(?:(?:the|an?)\s+)?(?<one>[a-z][a-z -]{2,24}?)\s+(?:and|or|vs\.?|versus|with|to|better than)\s+(?:(?:the|an?)\s+)?(?<other>[a-z][a-z -]{2,24}?)(?:\s+(?:better|for|in|more|less|which)\b|[?.!,]|$)/,
  /^(?:the |an? )?(?<one>[a-z][a-z -]{2,24}?) (?:vs\.?|versus|or) (?:the |an? )?(?<other>[a-z][a-z -]{2,24}?)(?:[?.!,]|$)/,
];
/** Said of a thing, and no name of one. */
const NO_NAME =
  /[这那哪它的]|\b(?:this|that|these|those|it|them|ones?|two|both|first|second|other|cheaper|bigger|smaller)\b/;

/** Rows that are read for one question; of a larger shop it is not told. */
const MOST_READ = 300;

/** Of two things that are compared, the one that no row of the shop's goods speaks of, where one does of the other. */
export function unsoldSide(text: string, goods: readonly Product[]): string | undefined {
  if (goods.length > MOST_READ) return undefined;
  const normalised = normaliseText(text);
  const sides = SIDES.map((side) => side.exec(normalised)?.groups).find(Boolean);
  const names = [sides?.one?.trim(), sides?.other?.trim()].filter((name) => name !== undefined && !NO_NAME.test(name));
  if (names.length < 2) return undefined;
  const terms = termsOf(goods.map(rowText).join('\n'));
  const unsold = names.filter((name) => {
    const units = askedUnits(name ?? '', []).filter(({ terms: own }) => own.length > 0);
    return units.length > 0 && units.every((unit) => !isMet(unit, terms));
  });
  return unsold.length === 1 ? unsold[0] : undefined;
}

const rowText = ({ name, category, description, variants, attributes }: Product): string =>
  [
    ...allTexts(name),
    ...allTexts(category),
    ...allTexts(description),
    JSON.stringify(attributes),
    ...variants.map(({ options }) => JSON.stringify(options)),
  ].join('\n');
