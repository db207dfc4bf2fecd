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

/** Why a word can't be taught, as a manager reads it; undefined when it can. */
function faultOfWord(word: string): string | undefined {
  const tokens = scan(normalize(word));
  const [only] = tokens;
  if (!only) return `“${word}” has no letters.`;
  if (tokens.every((token) => token.kind === 'number'))
    return `“${word}” is a number: numbers are compared as they are, and need no other words.`;
  const stops = tokens.every((token) => token.stop || (token.kind === 'han' && CHINESE_STOP_WORDS.has(token.term)));
  if (stops) return `“${word}” stands in nearly every text. Add the words that say what it is about.`;
  if (tokens.length === 1 && only.term.length < 2)
    return `“${word}” is too short: one character is part of many other words. Give at least two.`;
  if (tokens.length > MOST_WORDS) return `“${word}” is a sentence. Give the name alone, ${MOST_WORDS} words at most.`;
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
export function checkTerm(input: TermInput): { term: TermInput } | { fault: string } {
  for (const word of [...input.zh, ...input.en]) {
    const fault = word.trim() === '' ? undefined : faultOfWord(word.trim());
    if (fault) return { fault };
  }
  const seen = new Set<string>();
  const term = { zh: distinct(input.zh, seen), en: distinct(input.en, seen), note: input.note?.trim() || null };
  if (term.zh.length + term.en.length < 2)
    return { fault: 'An entry needs two words that mean the same, in one language or in both.' };
  return { term };
}
