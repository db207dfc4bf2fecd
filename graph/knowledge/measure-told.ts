import { hasLimitTerm, limitTerms } from '../../knowledge/retrieval/limits.ts';
import { measuresOf } from '../../knowledge/text/measures.ts';
import { splitSentences } from '../../knowledge/text/sentences.ts';
import type { Retriever } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { SURE_DOCUMENT } from './evidence-needed.ts';
import { writtenSearch } from './written-search.ts';

/** "Which wax at 7 degrees": whether a document surely has a table with a row for the range in which that lies. */
export async function measureTold(
  retriever: Retriever,
  { request: { text }, language }: { request: { text: string }; language: Language },
  signal: AbortSignal,
): Promise<boolean> {
  const within = measuresOf(text)
    .measures.filter(({ from, to }) => from === to)
    .map(({ family, from }) => limitTerms({ family, size: from }, 'count').within);
  if (within.length === 0) return false;
  const { hits } = await retriever.search(writtenSearch(text, language), signal);
  const [top] = hits;
  if (top === undefined || top.evidence < SURE_DOCUMENT) return false;
  const rows = splitSentences(top.text).filter(({ kind }) => kind === 'row');
  return rows.some((row) => within.some((term) => hasLimitTerm(term, row, text)));
}
