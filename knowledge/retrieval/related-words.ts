import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Analyzer, QueryUnit } from '../text/analyzer.ts';
import type { RelatedWord } from '../text/word-relations.ts';
import type { Terms } from './term-set.ts';

/** A word that is no other word for what is asked about, but speaks of it: a rule for pets answers who asks about a dog. */
export interface RelatedCover {
  word: RelatedWord;
  /** How much of the asked word it meets, 0 to 1. */
  share: number;
}

/** Shares of the strongest related word, and of each after it as a part of the one before. */
const STRONGEST = 0.35;
const FADES = 0.9;
/** A word that is more common than this share of the rarest one's idf speaks of much else, too. */
const RARE = 0.5;

/** What a word of a question is related to, as far as it stands in this corpus, the strongest first. */
export function relatedCovers(unit: QueryUnit, index: LexicalIndex, analyzer: Analyzer): RelatedCover[] {
  const rare = index.idf('') * RARE;
  return unit.concepts.flatMap((concept) =>
    analyzer.relatedTo(concept).flatMap((word, place): RelatedCover[] => {
      if (!word.every((terms) => terms.some((term) => index.frequency(term) > 0))) return [];
      const idf = Math.max(...word.map((terms) => Math.min(...terms.map((term) => index.idf(term)))));
      return [{ word, share: STRONGEST * FADES ** place * Math.min(1, idf / rare) }];
    }),
  );
}

export const standsIn = ({ word }: RelatedCover, terms: Terms): boolean =>
  word.every((any) => any.some((term) => terms.has(term)));

/** The share that the strongest of those that are there meets; 0 where none is. */
export function relatedShare(related: readonly RelatedCover[], terms: Terms): number {
  let share = 0;
  for (const one of related) if (one.share > share && standsIn(one, terms)) share = one.share;
  return share;
}
