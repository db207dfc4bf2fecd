import type { Retriever } from '../../knowledge/types.ts';
import type { ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { isMet, termsOf } from '../../tools/products/product-words.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { beyondTheRow } from '../knowledge/beyond-the-row.ts';
import { occasionOffer } from '../knowledge/topics/occasion-offer.ts';
import { OFFER_WORDS } from './offer-words.ts';

const OFFER: Record<Language, string> = { zh: '优惠', en: 'discount' };

/**
 * The question without its goods, where documents give something on the occasion that it names beside them: "30 lamps
 * for our school, any discount" asks what schools get. Undefined: no document does.
 */
export async function occasionAsked(
  { request, productIds, language }: { request: UnderstoodRequest; productIds: readonly string[]; language: Language },
  { retriever, products }: { retriever: Retriever; products: Pick<ProductStore, 'byIds'> },
  signal: AbortSignal,
): Promise<string | undefined> {
  const rows = await products.byIds([...productIds]);
  const ofAnyOffer = termsOf(OFFER_WORDS);
  const beside = beyondTheRow(request.text, rows).filter((unit) => !isMet(unit, ofAnyOffer));
  const query = [...beside.map(({ text }) => text), OFFER[language]].join(' ');
  return (await occasionOffer(retriever, request, { query, language }, signal)) && query;
}
