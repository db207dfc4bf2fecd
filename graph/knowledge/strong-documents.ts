import type { Retriever, SearchRequest, SearchResponse } from '../../knowledge/types.ts';
import { inOwnLanguage } from './hits/own-language.ts';
import { writtenSearch } from './written-search.ts';

/** Evidence above which a manual outranks an attribute that shares a word with the question ("60-minute timer"). */
export const STRONG = 0.75;

/** What people wrote in the customer's language, where it surely answers: more than a product's row knows. */
export async function strongDocuments(
  retriever: Retriever,
  { query, language }: Pick<SearchRequest, 'query' | 'language'>,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  const found = await retriever.search(writtenSearch(query, language), signal);
  const hits = inOwnLanguage(found.hits, language);
  const own = hits.find((hit) => hit.language === language);
  return found.evidence >= STRONG && (own?.evidence ?? 0) >= STRONG ? { ...found, hits } : undefined;
}
