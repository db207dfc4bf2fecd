import { holdsAnswer } from './answer-type.ts';
import type { AnalysedQuery } from './query.ts';
import { pairCovers, type UnitCover } from './sentence-covers.ts';
import type { PassageTerms } from './with-answer-kind.ts';

/** What a neighbouring sentence, title and heading, or any other sentence of the passage meets counts this much. */
const NEAR = 0.5;
const PLACE = 0.6;
const FAR = 0.25;
/** Gain of a sentence that holds what kind of thing is asked for. */
const TYPE_GAIN = 0.12;
/** Share of the passage's own score: a good sentence of a better passage comes first. */
const PASSAGE_SHARE = 0.05;
/** Long sentences meet more by chance: loss for each doubling over so many terms. */
const LENGTH_LOSS = 0.035;
const USUAL_LENGTH = 30;

/** Units that few of the sentences at hand meet tell them apart best. */
function rarities(passages: UnitCover[][]): number[] {
  const units = passages[0]?.length ?? 0;
  return Array.from({ length: units }, (_, u) => {
    let met = 0;
    let all = 0;
    for (const covers of passages) {
      for (const cover of covers[u]?.sentences ?? []) {
        all += 1;
        if (cover >= 0.5) met += 1;
      }
    }
    return Math.log(1 + (all + 1) / (met + 0.5));
  });
}

export interface SentenceScores {
  /** In reading order. */
  scores: number[];
  /** Whether one of the best sentences holds the kind of thing that is asked for; true when no kind is asked for. */
  typed: boolean;
}

/** Sentences that come this near to the best one of their passage are among its best. */
const AMONG_BEST = 0.8;

/**
 * How well each sentence of each passage answers, comparable over all of them: what it meets of the question by itself
 * and in its context, weighed by what tells the sentences at hand apart, and whether it holds the kind of thing asked for.
 */
export function sentenceScores(
  query: AnalysedQuery,
  /** `covers`: of {@link sentenceCovers}. */
  passages: ReadonlyArray<{ passage: PassageTerms; covers: UnitCover[]; score: number }>,
): SentenceScores[] {
  const { type, question } = query;
  const all = passages.map(({ passage, covers }) => [...covers, ...pairCovers(query.loose, passage)]);
  const rarity = rarities(all);
  const weights = rarity.map((rare, u) => rare * Math.sqrt(all[0]?.[u]?.weight ?? 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return passages.map(({ passage, score }, p) => {
    const units = all[p] ?? [];
    const far = units.map((unit) => FAR * Math.max(0, ...unit.sentences));
    const holding = new Set<number>();
    const scores = passage.sentences.map(({ sentence, terms }, i) => {
      let met = 0;
      // Rows stand beside each other, and say nothing of each other.
      const row = sentence.kind === 'row';
      units.forEach(({ sentences, place }, u) => {
        const near = row ? 0 : NEAR * Math.max(sentences[i - 1] ?? 0, sentences[i + 1] ?? 0);
        met += (weights[u] ?? 0) * Math.max(sentences[i] ?? 0, near, PLACE * place, far[u] ?? 0);
      });
      if (met === 0) return 0;
      const length = 1 + LENGTH_LOSS * Math.max(0, Math.log2(terms.size / USUAL_LENGTH));
      const typed = type !== undefined && holdsAnswer(type, sentence, question);
      if (typed) holding.add(i);
      return met / total / length + (typed ? TYPE_GAIN : 0) + PASSAGE_SHARE * score;
    });
    const least = AMONG_BEST * Math.max(0, ...scores);
    return { scores, typed: type === undefined || [...holding].some((i) => (scores[i] ?? 0) >= least) };
  });
}
