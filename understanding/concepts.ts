import type { Lexicon } from './lexicon.ts';
import { isHan } from './normalise.ts';

export interface ConceptFinder {
  /** Concepts in the order they are met, without repetition; misspelt English words of five letters or more count too. */
  find(tokens: readonly string[]): string[];
  isShop(concept: string): boolean;
}

const LONGEST_PHRASE = 5;
const SHORTEST_TO_CORRECT = 5;

/** Finds the lexicon's concepts ("refund" = 退款 = money back) in tokens of `splitTokens`. */
export function createConceptFinder(concepts: Lexicon['concepts']): ConceptFinder {
  const english = new Map<string, string[]>();
  const chinese = new Map<string, string[]>();
  const misspelt = new Map<string, string>();
  let longestHan = 1;
  for (const [id, words] of Object.entries(concepts)) {
    for (const word of words.en) push(english, word, id);
    for (const word of words.zh) {
      push(isHan(word) ? chinese : english, word, id);
      longestHan = Math.max(longestHan, word.length);
    }
  }
  for (const word of english.keys()) {
    if (word.length < SHORTEST_TO_CORRECT || word.includes(' ')) continue;
    for (const variant of deletions(word))
      if (!english.has(variant)) misspelt.set(variant, misspelt.get(variant) ?? word);
  }

  function correct(token: string): string | undefined {
    if (token.length < SHORTEST_TO_CORRECT || english.has(token)) return undefined;
    const direct = misspelt.get(token);
    if (direct) return direct;
    for (const variant of deletions(token)) {
      if (variant.length >= SHORTEST_TO_CORRECT && english.has(variant)) return variant;
      const word = misspelt.get(variant);
      if (word) return word;
    }
    return undefined;
  }

  function findHan(run: string, found: Set<string>): void {
    for (let start = 0; start < run.length; start++) {
      for (let length = Math.min(longestHan, run.length - start); length > 0; length--) {
        for (const id of chinese.get(run.slice(start, start + length)) ?? []) found.add(id);
      }
    }
  }

  return {
    find(tokens) {
      const found = new Set<string>();
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i] ?? '';
        if (isHan(token)) {
          findHan(token, found);
          continue;
        }
        for (const id of english.get(correct(token) ?? token) ?? []) found.add(id);
        let phrase = token;
        for (let j = i + 1; j < Math.min(tokens.length, i + LONGEST_PHRASE); j++) {
          phrase += ` ${tokens[j]}`;
          for (const id of english.get(phrase) ?? []) found.add(id);
        }
      }
      return [...found];
    },
    isShop: (concept) => concepts[concept]?.shop ?? false,
  };
}

/** The word with each one letter left out, and with each two neighbours swapped: a lookup for slips of the keyboard. */
function deletions(word: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
