import type { RowFault, RowFaultCode } from '../ports.ts';
import { normalize } from '../text/normalize.ts';
import { scan } from '../text/scan.ts';
import { CHINESE_STOP_WORDS } from '../text/stop-words.ts';
import type { TermInput } from './ports.ts';

const MOST_WORDS = 8;

/** What a word is compared by: two words with the same key are one. Empty when it has no letters. */
export const wordKey = (word: string): string =>
  scan(normalize(word))
    .map((token) => token.term)
    .join(' ');

/** Why an entry can't be taken: as a manager reads it, and by its code. */
export type TermFault = Pick<RowFault, 'code' | 'about'> & { fault: string };

/** Why a word can't be taught; undefined when it can. */
function faultOfWord(word: string): TermFault | undefined {
  const because = (code: RowFaultCode, why: string): TermFault => ({ code, about: word, fault: `“${word}” ${why}` });
  const tokens = scan(normalize(word));
  const [only] = tokens;
  if (!only) return because('no_letters', 'has no letters.');
  if (tokens.every((token) => token.kind === 'number'))
    return because('number', 'is a number: numbers are compared as they are, and need no other words.');
  const stops = tokens.every((token) => token.stop || (token.kind === 'han' && CHINESE_STOP_WORDS.has(token.term)));
  if (stops)
    return because('stands_everywhere', 'stands in nearly every text. Add the words that say what it is about.');
  if (tokens.length === 1 && only.term.length < 2)
    return because('too_short', 'is too short: one character is part of many other words. Give at least two.');
  if (tokens.length > MOST_WORDS)
    return because('sentence', `is a sentence. Give the name alone, ${MOST_WORDS} words at most.`);
  return undefined;
}

/** The words of one language, each once. */
function distinct(words: string[], seen: Set<string>): string[] {
  return words
    .map((word) => word.trim())
    .filter((word) => {
      const key = wordKey(word);
      return word !== '' && !seen.has(key) && seen.add(key);
    });
}

/** The entry without repetitions, or what is wrong with it. */
export function checkTerm(input: TermInput): { term: TermInput } | TermFault {
  for (const word of [...input.zh, ...input.en]) {
    const fault = word.trim() === '' ? undefined : faultOfWord(word.trim());
    if (fault) return fault;
  }
  const seen = new Set<string>();
  const term = { zh: distinct(input.zh, seen), en: distinct(input.en, seen), note: input.note?.trim() || null };
  if (term.zh.length + term.en.length < 2)
    return {
      code: 'two_words_needed',
      fault: 'An entry needs two words that mean the same, in one language or in both.',
    };
  return { term };
}
