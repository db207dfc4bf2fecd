import type { Concept } from '../text/lexicon.ts';
import { normalize } from '../text/normalize.ts';
import { scan } from '../text/scan.ts';

/** The concepts that only one of two lexicons has. */
export function changedConcepts(before: readonly Concept[], after: readonly Concept[]): Concept[] {
  const keyed = (concepts: readonly Concept[]) => new Map(concepts.map((each) => [JSON.stringify(each), each]));
  const [old, fresh] = [keyed(before), keyed(after)];
  return [
    ...[...old].filter(([key]) => !fresh.has(key)).map(([, each]) => each),
    ...[...fresh].filter(([key]) => !old.has(key)).map(([, each]) => each),
  ];
}

/**
 * The index terms that a chunk must have for a word to stand in it; undefined where the index can't tell: of a Han
 * character alone, and of a word of stop words only.
 */
export function termsOfWord(word: string): string[] | undefined {
  const terms: string[] = [];
  for (const { kind, term, stop } of scan(normalize(word))) {
    if (kind === 'han' && term.length === 1) return undefined;
    if (kind === 'han') for (let i = 0; i + 1 < term.length; i++) terms.push(term.slice(i, i + 2));
    else if (!stop) terms.push(term);
  }
  return terms.length > 0 ? [...new Set(terms)] : undefined;
}

/** Chunks that may hold a word of changed concepts; undefined when they are more than `most`, or can't be told. */
export function touchedChunks(
  index: { idsWithAll(terms: readonly string[], most: number): string[] | undefined },
  concepts: readonly Concept[],
  most: number,
): Set<string> | undefined {
  const ids = new Set<string>();
  for (const word of concepts.flatMap(({ zh, en }) => [...zh, ...en])) {
    const terms = termsOfWord(word);
    const found = terms && index.idsWithAll(terms, most);
    if (!found) return undefined;
    for (const id of found) ids.add(id);
    if (ids.size > most) return undefined;
  }
  return ids;
}
