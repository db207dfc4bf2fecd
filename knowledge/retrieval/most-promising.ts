import type { Language } from '../../stores/schema.ts';
import type { LexicalIndex, Scored } from '../lexical/lexical-index.ts';
import type { LegScore } from '../types.ts';
import { isKindTerm } from './answer-type.ts';
import { rerankScore } from './evidence.ts';
import { type Features, metAsWhole } from './features.ts';
import type { AnalysedQuery } from './query.ts';
import type { Terms } from './term-set.ts';

/** What is known of the candidates before any text is read. */
export interface FirstLook {
  query: AnalysedQuery;
  language: Language;
  index: Pick<LexicalIndex, 'get' | 'termsOf'>;
  /** BM25 scores, and what the best passage of a language may be taken to have. */
  lexical: ReadonlyMap<string, LegScore>;
  highest: (language: Language) => number;
}

/** What a candidate promises, by its id and its vector's cosine; 0 where the vector leg did not find it, or not yet. */
export type PassagePromise = (id: string, cosine: number) => number;

/** Whether a passage holds the kind of thing that is asked for is seen in its text only: it may. */
const withAnyKind = (terms: Terms): Terms => ({ has: (term) => isKindTerm(term) || terms.has(term) });

/** What of the features the index's postings tell; undefined of a passage that the index does not know. */
function featuresAtFirstSight(
  id: string,
  { query, language, index, lexical, highest }: FirstLook,
): Features | undefined {
  const chunk = index.get(id);
  const terms = index.termsOf(id);
  if (!chunk || !terms) return undefined;
  const whole = metAsWhole(query, withAnyKind(terms), chunk.language === language);
  const { coverage } = whole;
  return {
    ...whole,
    ...{
      window: coverage,
      ownWindow: whole.ownCoverage,
      sentence: coverage,
      title: coverage,
      question: chunk.kind === 'faq' ? coverage : 0,
    },
    ...{ mass: 0, corpus: 0, untyped: 0, vector: 0 },
    lexical: (lexical.get(id)?.score ?? 0) / highest(chunk.language),
  };
}

/**
 * What the rerank score would be if all that a passage meets stood in one sentence; an unknown passage may be anything.
 * The postings are looked at once a passage, however often it is asked for.
 */
export function createPromises(look: FirstLook): PassagePromise {
  const seen = new Map<string, Features | undefined>();
  return (id, cosine) => {
    if (!seen.has(id)) seen.set(id, featuresAtFirstSight(id, look));
    const features = seen.get(id);
    return features ? rerankScore({ ...features, vector: Math.max(0, Math.min(1, cosine)) }) : Number.POSITIVE_INFINITY;
  };
}

/**
 * The `count` candidates that are worth reading, in their order: told from the index's postings alone, which costs a
 * hundredth of reading and analysing a text (a cascade, as in Wang, Lin and Metzler, SIGIR 2011).
 */
export function mostPromising(
  candidates: readonly Scored[],
  count: number,
  promiseOf: (id: string) => number,
): Scored[] {
  if (candidates.length <= count) return [...candidates];
  const promises = new Map(candidates.map(({ id }) => [id, promiseOf(id)]));
  const order = [...promises].sort(([, a], [, b]) => b - a).slice(0, count);
  const kept = new Set(order.map(([id]) => id));
  return candidates.filter(({ id }) => kept.has(id));
}
