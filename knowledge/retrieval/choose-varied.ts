import type { AnalysedPassage } from './analysed-passage.ts';

/** Two passages of one language with nearly the same words: the second adds nothing. */
const REPEATED = 0.85;
/** What a passage loses of its rerank score when all its words stand in one that was chosen before it. */
const LIKENESS_LOSS = 6;
/** So many of the best that are left are weighed against each other for the next place. */
const LOOKED_AT = 6;

/** Share of the words of two passages that they have in common (Jaccard); `least` where it is no more than that, and across languages. */
function likeness(a: AnalysedPassage, b: AnalysedPassage, least: number): number {
  if (a.passage.language !== b.passage.language) return least;
  const [fewer, more] = a.all.size < b.all.size ? [a.all, b.all] : [b.all, a.all];
  // The words of one of them would all have to be in the other.
  if (fewer.size <= least * more.size) return least;
  const shared = fewer.shared(more);
  return Math.max(least, shared / (fewer.size + more.size - shared || 1));
}

/**
 * The `count` candidates to hand on, most useful first (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998):
 * the best, then each time the one whose score, less what it says again, is highest. Repetitions are left out.
 */
export function chooseVaried<T extends { passage: AnalysedPassage; score: number }>(
  ranked: readonly T[],
  count: number,
): T[] {
  const left = ranked.map((candidate) => ({ candidate, nearest: 0, compared: 0 }));
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    let best = 0;
    let highest = Number.NEGATIVE_INFINITY;
    for (const [at, one] of left.slice(0, LOOKED_AT).entries()) {
      // Likeness is only looked for as long as one could still come first: what it loses never gets less.
      const value = () => one.candidate.score - LIKENESS_LOSS * one.nearest;
      for (; one.compared < chosen.length && value() > highest; one.compared++) {
        const before = chosen[one.compared];
        if (before) one.nearest = likeness(before.passage, one.candidate.passage, one.nearest);
      }
      if (value() <= highest) continue;
      best = at;
      highest = value();
    }
    const next = left.splice(chosen.length === 0 ? 0 : best, 1)[0];
    if (next && next.nearest < REPEATED) chosen.push(next.candidate);
  }
  return chosen;
}
