import type { Hit, Retriever } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { SURE_DOCUMENT } from './evidence-needed.ts';
import { inOwnLanguage } from './hits/own-language.ts';
import { writtenSearch } from './written-search.ts';

/** "What can I grow with a cat in the house" where the shop has written down just that, in the customer's language. */
export async function answeredByFaq(
  retriever: Retriever,
  { request, language }: { request: { text: string }; language: Language },
  signal: AbortSignal,
): Promise<boolean> {
  const { hits } = await retriever.search(writtenSearch(request.text, language), signal);
  const [top] = inOwnLanguage(hits, language);
  return top !== undefined && isOwnFaq(top, language);
}

/** A FAQ in the customer's language that surely answers. */
export const isOwnFaq = (hit: Pick<Hit, 'kind' | 'language' | 'evidence'>, language: Language): boolean =>
  hit.kind === 'faq' && hit.language === language && hit.evidence >= SURE_DOCUMENT;
