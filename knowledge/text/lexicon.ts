import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBreather } from '../breather.ts';
import { HanTrie } from './han-trie.ts';
import { IndexTerm } from './index-term.ts';
import { normalize } from './normalize.ts';
import { PhraseTrie } from './phrase-trie.ts';
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
  /** The same terms, to be found in texts that are indexed. */
  tries: { han: HanTrie; phrases: PhraseTrie };
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

/** Whether the name is a new one. */
function addTo(map: Map<string, string[]>, key: string, name: string): boolean {
  const names = map.get(key);
  if (!names) map.set(key, [name]);
  else if (names.includes(name)) return false;
  else names.push(name);
  return true;
}

/** A look-up that has no concept yet, and how it gets one. */
function openLexicon(size: number): { lexicon: Lexicon; add: (concept: Concept) => void } {
  const han = new Map<string, string[]>();
  const phrases = new Map<string, string[]>();
  const longestHan = new Map<string, number>();
  const longestPhrase = new Map<string, number>();
  const tries = { han: new HanTrie(), phrases: new PhraseTrie() };
  const add = (concept: Concept) => {
    const name = new IndexTerm(`#${normalize(concept.zh[0] ?? concept.en[0] ?? '')}`);
    for (const term of [...concept.zh, ...concept.en]) {
      const tokens = scan(normalize(term));
      const only = tokens[0];
      if (!only) continue;
      if (tokens.length === 1 && only.kind === 'han') {
        if (addTo(han, only.term, name.text)) tries.han.add(only.term, name);
        const first = only.term[0] ?? '';
        longestHan.set(first, Math.max(longestHan.get(first) ?? 0, only.term.length));
      } else {
        const phrase = tokens.map((token) => token.term).join(' ');
        if (addTo(phrases, phrase, name.text)) tries.phrases.add(phrase, name);
        longestPhrase.set(only.term, Math.max(longestPhrase.get(only.term) ?? 0, tokens.length));
      }
    }
  };
  return { lexicon: { size, han, longestHan, phrases, longestPhrase, tries }, add };
}

/** Builds the look-up. A concept is named by its first term (`#退款`), so that its name outlives the list's order. */
export function createLexicon(concepts: readonly Concept[]): Lexicon {
  const { lexicon, add } = openLexicon(concepts.length);
  for (const concept of concepts) add(concept);
  return lexicon;
}

/** The same in short turns, for a thread that has requests to answer. */
export async function learnLexicon(concepts: readonly Concept[]): Promise<Lexicon> {
  const { lexicon, add } = openLexicon(concepts.length);
  const breathe = createBreather();
  for (const concept of concepts) {
    add(concept);
    const rest = breathe();
    if (rest) await rest;
  }
  return lexicon;
}
