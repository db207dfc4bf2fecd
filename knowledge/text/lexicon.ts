import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalize } from './normalize.ts';
import { scan } from './scan.ts';

/** One thing in the words of both languages; all terms of a concept are taken for the same. */
export interface Concept {
  zh: string[];
  en: string[];
}

/** Names of concepts by their terms. Han terms as written, English ones as stems joined by a space. */
export interface Lexicon {
  size: number;
  han: ReadonlyMap<string, readonly string[]>;
  /** Longest Han term that starts with a character. */
  longestHan: ReadonlyMap<string, number>;
  phrases: ReadonlyMap<string, readonly string[]>;
  /** Most words of a phrase that starts with a stem. */
  longestPhrase: ReadonlyMap<string, number>;
}

const TRADE_FOLDER = join(import.meta.dirname, '..', '..', 'data', 'lexicon');

/** Reads `term, term = term, term` lines: Chinese left, English right; `#` starts a comment. */
export function parseLexicon(text: string): Concept[] {
  const terms = (side: string | undefined) =>
    (side ?? '')
      .split(/[,，、]/)
      .map((term) => term.trim())
      .filter(Boolean);
  return text
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line.includes('='))
    .map((line) => {
      const [zh, en] = line.split('=');
      return { zh: terms(zh), en: terms(en) };
    });
}

let trade: readonly Concept[] | undefined;

/** The words of the trade that come with the program (data/lexicon/*.txt), read once. */
export function loadTradeLexicon(): readonly Concept[] {
  trade ??= readdirSync(TRADE_FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseLexicon(readFileSync(join(TRADE_FOLDER, name), 'utf8')));
  return trade;
}

function addTo(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key);
  if (!names) map.set(key, [name]);
  else if (!names.includes(name)) names.push(name);
}

/** Builds the look-up. A concept is named by its first term (`#退款`), so that its name outlives the list's order. */
export function createLexicon(concepts: readonly Concept[]): Lexicon {
  const han = new Map<string, string[]>();
  const phrases = new Map<string, string[]>();
  const longestHan = new Map<string, number>();
  const longestPhrase = new Map<string, number>();
  for (const concept of concepts) {
    const name = `#${normalize(concept.zh[0] ?? concept.en[0] ?? '')}`;
    for (const term of [...concept.zh, ...concept.en]) {
      const tokens = scan(normalize(term));
      const only = tokens[0];
      if (!only) continue;
      if (tokens.length === 1 && only.kind === 'han') {
        addTo(han, only.term, name);
        const first = only.term[0] ?? '';
        longestHan.set(first, Math.max(longestHan.get(first) ?? 0, only.term.length));
      } else {
        addTo(phrases, tokens.map((token) => token.term).join(' '), name);
        longestPhrase.set(only.term, Math.max(longestPhrase.get(only.term) ?? 0, tokens.length));
      }
    }
  }
  return { size: concepts.length, han, longestHan, phrases, longestPhrase };
}
