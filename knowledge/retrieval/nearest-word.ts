import type { LexicalIndex } from '../lexical/lexical-index.ts';

/** Damerau–Levenshtein distance (optimal string alignment) is at most 1. */
function oneSlipApart(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  if (restA.length === restB.length) {
    if (restA.slice(1) === restB.slice(1)) return true;
    return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}

/** The most frequent indexed word one slip away that begins alike, or undefined. */
export function nearestWord(term: string, index: LexicalIndex): string | undefined {
  let best: string | undefined;
  let frequency = 0;
  for (const word of index.wordsLike(term.charAt(0), Math.max(5, term.length - 1), term.length + 1)) {
    if (!oneSlipApart(term, word)) continue;
    const count = index.frequency(word);
    if (count > frequency) {
      best = word;
      frequency = count;
    }
  }
  return best;
}
