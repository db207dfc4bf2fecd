import type { SearchRequest } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';

/** Passages that a search is asked for. */
export const PASSAGES = 6;

/** The search in what people wrote for customers. */
export const writtenSearch = (query: string, language: Language): SearchRequest => ({
  query,
  language,
  k: PASSAGES,
  kinds: ['document', 'faq'],
});
