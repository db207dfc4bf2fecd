import type { Retriever } from '../../../knowledge/types.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { NAMES_OFFER } from '../../promotions/offer-words.ts';
import { withoutHits } from './without-hits.ts';

/** What goods are, do and need, and what ails them. */
const OF_GOODS = new Set(['product_question', 'compare_products', 'installation_question', 'troubleshooting']);
const OFFERS = anyOf(NAMES_OFFER, /补贴|以旧换新|旧机|换新|降价|差价|\b(?:trade[- ]?ins?|subsid\w+)\b/i);

/**
 * A retriever that leaves out pages of offers where goods are asked about and no offer is: they list goods by name, and
 * a row of what an old vacuum brings is no help with one that broke.
 */
export function withoutOffers(
  retriever: Retriever,
  { text, intent }: Pick<UnderstoodRequest, 'text' | 'intent'>,
): Retriever {
  if (!OF_GOODS.has(intent) || OFFERS.test(text)) return retriever;
  return {
    search: async (request, signal) =>
      withoutHits(
        await retriever.search(request, signal),
        ({ kind, title, heading }) => kind === 'document' && OFFERS.test(`${title}\n${heading ?? ''}`),
      ),
  };
}
