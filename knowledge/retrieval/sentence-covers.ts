import { type AnalysedQuery, coverOf, kinCover, type WeightedPair, wordCover } from './query.ts';
import type { Terms } from './term-set.ts';
import type { PassageTerms } from './with-answer-kind.ts';

/** How much of one thing that is asked about each sentence of a passage meets, 0 to 1, and what stands above them all. */
export interface UnitCover {
  weight: number;
  place: number;
  sentences: number[];
}

const holds = (term: string, terms: Terms) => (terms.has(term) ? 1 : 0);

/** What each sentence of a passage meets of a question: one row for each unit, and for each pair over an edge. */
export function sentenceCovers(query: AnalysedQuery, passage: PassageTerms): UnitCover[] {
  const { title, heading, sentences, all } = passage;
  const none = new Array<number>(sentences.length).fill(0);
  // What the whole does not meet, no part of it does: most things asked about, in most candidates.
  const units = query.units.map((unit) => {
    const { weight } = unit;
    const cover = wordCover(unit, all) > 0 ? coverOf : kinCover;
    if (cover === kinCover && kinCover(unit, all) === 0) return { weight, place: 0, sentences: none };
    return {
      weight,
      place: Math.max(cover(unit, title), cover(unit, heading)),
      sentences: sentences.map(({ terms }) => cover(unit, terms)),
    };
  });
  return [...units, ...pairCovers(query.edges, passage)];
}

/** The same of pairs alone. */
export function pairCovers(
  pairs: readonly WeightedPair[],
  { title, heading, sentences, all }: PassageTerms,
): UnitCover[] {
  const none = new Array<number>(sentences.length).fill(0);
  return pairs.map(({ term, weight }) => {
    if (!all.has(term)) return { weight, place: 0, sentences: none };
    return {
      weight,
      place: Math.max(holds(term, title), holds(term, heading)),
      sentences: sentences.map(({ terms }) => holds(term, terms)),
    };
  });
}
