import { normalize } from '../text/normalize.ts';
import { scan } from '../text/scan.ts';

const LATIN = /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[.,'’&_-](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu;
const JOINER = /[.,'’&_-]/;

/** How a question wrote the terms that are looked for: "headphones" for `headphon`; what it did not write stays. */
export function writtenWords(question: string): (terms: string) => string {
  const written = new Map<string, string>();
  const note = (piece: string): boolean => {
    const [token, ...more] = scan(normalize(piece));
    if (!token || more.length > 0) return false;
    if (!written.has(token.term)) written.set(token.term, piece);
    return true;
  };
  for (const [piece] of question.matchAll(LATIN)) if (!note(piece)) piece.split(JOINER).forEach(note);
  return (terms) =>
    terms
      .split(' ')
      .map((term) => written.get(term) ?? term)
      .join(' ');
}

/** A mended word with the ending of the slip: "headphones" for `headphon`, where "hedphones" was written. */
export function mendedWord(term: string, slip: { term: string; written: string }): string {
  const { term: root, written } = slip;
  return written.toLowerCase().startsWith(root) ? term + written.slice(root.length).toLowerCase() : term;
}
