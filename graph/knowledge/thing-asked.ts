import type { Retriever, SearchResponse } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { askedUnits } from '../../tools/products/product-words.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { LIVE_INTENTS } from '../products/catalogue/catalogue-question.ts';
import { evidenceNeeded } from './evidence-needed.ts';
import { OF_A_THING } from './question/names-nothing.ts';
import { PASSAGES } from './written-search.ts';

/**
 * The goods whose price or stock is asked by a word of another language than their names' ("is the breast pump in
 * stock" of 吸奶器): by what is left of the question without price and stock, of which their texts say nothing.
 */
export async function thingAsked(
  retriever: Retriever,
  { request, language }: { request: UnderstoodRequest; language: Language },
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  if (!LIVE_INTENTS.has(request.intent)) return undefined;
  const units = askedUnits(request.text, []);
  const things = units.filter(
    ({ concepts, terms }) => terms.length > 0 && !concepts.some((one) => OF_A_THING.test(one)),
  );
  if (things.length === 0 || things.length === units.length) return undefined;
  const query = things.map(({ text }) => text).join(' ');
  const found = await retriever.search({ query, language, k: PASSAGES, kinds: ['product'] }, signal);
  return found.evidence >= evidenceNeeded(request) ? found : undefined;
}
