import type { Retriever, SearchRequest, SearchResponse } from '../../../knowledge/types.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits } from '../../../tools/products/product-words.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { OFFER_WORDS } from '../../promotions/offer-words.ts';
import { evidenceNeeded } from '../evidence-needed.ts';
import { writtenSearch } from '../written-search.ts';

/** What an offer looks like, whatever it is called: "10% off", 满 200 减 30, a gift. */
const GIVES = anyOf(
  /减 ?\d|立减|满减|[\d一二三四五六七八九] ?折|打折|折扣|券|赠|礼(?!貌)|送(?![货达到件]|上门)/i,
  /半价|免费|优惠|返现|积分/i,
  /\d ?[%％]|\b(?:off|free|discount\w*|half[- ]price|gifts?|vouchers?|coupons?|points|extra)\b/i,
);

/** "Student discount?", 生日有什么优惠: what the documents give on that occasion, by whatever name. Undefined: no such. */
export async function occasionOffer(
  retriever: Retriever,
  request: UnderstoodRequest,
  { query, language }: Pick<SearchRequest, 'query' | 'language'>,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  if (request.intent !== 'promotion_question') return undefined;
  const units = askedUnits(query, [OFFER_WORDS]).filter(({ kind, terms }) => kind === 'word' && terms.length > 0);
  if (units.length === 0 || units.length > MOST_UNITS) return undefined;
  const occasion = units.map(({ text }) => text).join(' ');
  const found = await retriever.search(writtenSearch(occasion, language), signal);
  const hits = found.hits.filter((hit) => hit.evidence >= evidenceNeeded(request) && GIVES.test(hit.text));
  return hits.length > 0 ? { ...found, hits } : undefined;
}

/** With more words than this the question tells a story, not an occasion. */
const MOST_UNITS = 2;
