import type { SearchResponse } from '../../../knowledge/types.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import { surelyNamed, WHOLE_KIND } from '../../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { withoutHits } from './without-hits.ts';

/** How what is about faults is headed. */
const OF_FAULTS = anyOf(
  /坏|故障|异常|问题|无法|不[能上动亮响]|报修|保修|维修|破损|售后/i,
  /\b(?:fault\w*|broken|problems?|trouble\w*|repairs?|warrant\w*|defect\w*|damage\w*|fix\w*|not work\w*|won't)\b/i,
);

/**
 * What was found of a fault, without passages on other things where one speaks of the kind that is named: a leaking tap
 * is not answered by what the shop does about leaking boots. `toldBefore`: the thing was named in an earlier message, so
 * that a passage which speaks neither of it nor of faults only shares a word with the symptom.
 */
export function ofTheFaultyThing(
  found: SearchResponse,
  { text, intent, slots }: Pick<UnderstoodRequest, 'text' | 'intent' | 'slots'>,
  toldBefore = false,
): SearchResponse {
  if (intent !== 'troubleshooting' || surelyNamed(slots).length > 0) return found;
  const kinds = slots.categories.filter(({ score }) => score >= WHOLE_KIND).map(({ category }) => category);
  const ofKind = termsOf(kinds.join(' '));
  const named = askedUnits(text, []).filter((unit) => isMet(unit, ofKind));
  const hits = found.hits.filter(({ title, heading, text: said }) => {
    const terms = termsOf(`${title} ${heading ?? ''} ${said}`);
    return named.some((unit) => isMet(unit, terms));
  });
  if (hits.length > 0) return { ...found, hits, evidence: Math.max(...hits.map(({ evidence }) => evidence)) };
  return toldBefore ? withoutHits(found, ({ title, heading }) => !OF_FAULTS.test(`${title}\n${heading ?? ''}`)) : found;
}
