import { type AnalysedQuery, kinCover, ownCover, ownCoverOf, type WeightedPair, type WeightedUnit } from './query.ts';
import { relatedShare, standsIn } from './related-words.ts';
import type { Terms } from './term-set.ts';
import type { PassageTerms } from './with-answer-kind.ts';

/** How much of something each sentence of a passage meets, 0 to 1, and what stands above them all. */
interface Cover {
  place: number;
  sentences: number[];
}

/** The same of one thing that is asked about; `own`: without what it is related to. */
export interface UnitCover extends Cover {
  weight: number;
  own: Cover;
}

const holds = (term: string, terms: Terms) => (terms.has(term) ? 1 : 0);

/** What a passage meets of a unit by itself; `none`: a row of noughts. */
function ownCovers(unit: WeightedUnit, { title, heading, sentences, all }: PassageTerms, none: number[]): Cover {
  // What the whole does not meet, no part of it does: most things asked about, in most candidates.
  const cover = ownCover(unit, all) > 0 ? ownCoverOf : kinCover;
  if (cover === kinCover && kinCover(unit, all) === 0) return { place: 0, sentences: none };
  return {
    place: Math.max(cover(unit, title), cover(unit, heading)),
    sentences: sentences.map(({ terms }) => cover(unit, terms)),
  };
}

/** What each sentence of a passage meets of a question: one row for each unit, and for each pair over an edge. */
export function sentenceCovers(query: AnalysedQuery, passage: PassageTerms): UnitCover[] {
  const { title, heading, sentences, all } = passage;
  const none = new Array<number>(sentences.length).fill(0);
  const units = query.units.map((unit): UnitCover => {
    const { weight } = unit;
    const own = ownCovers(unit, passage, none);
    const related = unit.related.filter((one) => standsIn(one, all));
    if (related.length === 0) return { weight, ...own, own };
    return {
      weight,
      place: Math.max(own.place, relatedShare(related, title), relatedShare(related, heading)),
      sentences: sentences.map(({ terms }, at) => Math.max(own.sentences[at] ?? 0, relatedShare(related, terms))),
      own,
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
    const own = all.has(term)
      ? {
          place: Math.max(holds(term, title), holds(term, heading)),
          sentences: sentences.map(({ terms }) => holds(term, terms)),
        }
      : { place: 0, sentences: none };
    return { weight, ...own, own };
  });
}
