import type { AnalysedPassage } from './analysed-passage.ts';

const ALIKE = 0.85;

/** Two passages of one language with nearly the same words: the second adds nothing. */
export function repeats(a: AnalysedPassage, b: AnalysedPassage): boolean {
  if (a.passage.language !== b.passage.language) return false;
  const [small, large] = a.all.size < b.all.size ? [a.all, b.all] : [b.all, a.all];
  if (small.size < large.size * ALIKE) return false;
  const shared = small.shared(large);
  return shared / (small.size + large.size - shared) >= ALIKE;
}
