import type { SearchResponse } from '../../../knowledge/types.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import { surelyNamed, WHOLE_KIND } from '../../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

/**
 * What was found of a fault, without passages on other things where one speaks of the kind that is named: a leaking tap
 * is not answered by what the shop does about leaking boots.
 */
export function ofTheFaultyThing(
  found: SearchResponse,
  { text, intent, slots }: Pick<UnderstoodRequest, 'text' | 'intent' | 'slots'>,
): SearchResponse {
  if (intent !== 'troubleshooting' || surelyNamed(slots).length > 0) return found;
  const kinds = slots.categories.filter(({ score }) => score >= WHOLE_KIND).map(({ category }) => category);
  const ofKind = termsOf(kinds.join(' '));
  const named = askedUnits(text, []).filter((unit) => isMet(unit, ofKind));
  const hits = found.hits.filter(({ title, heading, text: said }) => {
    const terms = termsOf(`${title} ${heading ?? ''} ${said}`);
    return named.some((unit) => isMet(unit, terms));
  });
  return hits.length > 0 ? { ...found, hits, evidence: Math.max(...hits.map(({ evidence }) => evidence)) } : found;
}
