import { normalize } from '../text/normalize.ts';
import { scan } from '../text/scan.ts';

/** A word of Latin, Greek or Cyrillic letters: other scripts have no capitals. */
const WORD = /[\p{Lu}\p{Ll}][\p{L}\p{M}\p{N}'’-]*/gu;
const CAPITAL = /^\p{Lu}/u;
/** What stands before the first word of a sentence. */
const OPENING = /(?:^|[.?!:;。？！：；\n])[^\p{L}\p{N}]*$/u;

/**
 * The terms of words that a question writes with a capital within a sentence: names, which a passage that answers
 * hardly ever does without. None where capitals tell nothing, as in a question that is all capitals.
 */
export function namesIn(question: string): ReadonlySet<string> {
  const names = new Set<string>();
  let words = 0;
  let capitals = 0;
  for (const { 0: word, index } of question.matchAll(WORD)) {
    if (OPENING.test(question.slice(0, index))) continue;
    words += 1;
    if (!CAPITAL.test(word)) continue;
    capitals += 1;
    for (const { term } of scan(normalize(word))) names.add(term);
  }
  return capitals > words / 2 ? new Set() : names;
}
