import { LruCache } from '../lru-cache.ts';
import { EVIDENCE_THRESHOLD } from '../retrieval/evidence.ts';
import { guessLanguage } from '../text/guess-language.ts';
import type { Retriever } from '../types.ts';
import type { QuestionGroup } from './group-questions.ts';

/** Wordings that must all find evidence before a matter counts as answered. */
const ASKED_AGAIN = 3;

export interface Verdict {
  /** The least of what its wordings find. */
  evidence: number;
  answered: boolean;
}

/**
 * Asks a group's wordings again. What was found is kept as long as `version`, a mark of the state of the knowledge,
 * stays the same.
 */
export function createWouldAnswer(deps: {
  retriever: Retriever;
  version: () => string;
}): (group: QuestionGroup) => Promise<Verdict> {
  const cache = new LruCache<{ evidence: number; documentId: string | undefined }>(2_000);
  const ask = async (query: string) => {
    const key = `${deps.version()} ${query}`;
    const known = cache.get(key);
    if (known) return known;
    const { hits, evidence } = await deps.retriever.search({ query, language: guessLanguage(query), k: 1 });
    const found = { evidence, documentId: hits[0]?.documentId };
    cache.set(key, found);
    return found;
  };
  return async (group) => {
    const wordings = group.wordings.toSorted((a, b) => b.count - a.count).slice(0, ASKED_AGAIN);
    const found = [];
    for (const { text } of wordings) found.push(await ask(text));
    const evidence = Math.min(1, ...found.map((one) => one.evidence));
    // An answer that was disliked is another one only when it comes from elsewhere.
    const cited = new Set(group.questions.flatMap((question) => question.cited));
    const elsewhere = found.every(({ documentId }) => documentId !== undefined && !cited.has(documentId));
    return { evidence, answered: evidence >= EVIDENCE_THRESHOLD && (group.kind === 'unanswered' || elsewhere) };
  };
}
