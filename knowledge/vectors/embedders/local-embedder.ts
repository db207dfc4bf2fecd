import { createBreather } from '../../breather.ts';
import type { Analyzer } from '../../text/analyzer.ts';
import type { Embedder } from './embedder.ts';

const DIMENSIONS = 384;
/** Concepts are the same in both languages, so they carry more than the words themselves. */
const CONCEPT_WEIGHT = 1.3;
const TRIGRAM_WEIGHT = 0.3;
const LATIN_WORD = /^[a-z]{4,}$/;

/** Vectors are the same with a dictionary of Chinese words (KEFU_CHINESE_WORDS) and without it. */
const isDictionaryWord = (term: string): boolean =>
  term.length > 2 && term.charCodeAt(0) > 0x2e7f && /^\p{Script=Han}/u.test(term);

/** FNV-1a, 32 bits, of a text's letters `from` up to `to`; `begun`: the value of what stands before them. */
function hash(text: string, from = 0, to = text.length, begun = 0x811c9dc5): number {
  let value = begun;
  for (let i = from; i < to; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

/** Of a trigram's mark, which keeps it apart from a word of three letters. */
const TRIGRAM = hash('~');

function addFeature(vector: Float64Array, hashed: number, weight: number): void {
  const code = Math.imul(hashed ^ (hashed >>> 15), 0x2c1b3c6d) >>> 0;
  const at = code % DIMENSIONS;
  vector[at] = (vector[at] ?? 0) + (code & 0x80000000 ? weight : -weight);
}

function unit(vector: Float64Array): number[] {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square) || 1;
  const out: number[] = [];
  for (const value of vector) out.push(value / length);
  return out;
}

/**
 * Vectors without a model: signed feature hashing (Weinberger et al., ICML 2009) over concepts, stems, Han bigrams
 * and letter trigrams, length 1. `idf` weighs the terms of questions; texts don't depend on the rest of the corpus.
 */
export function createLocalEmbedder(options: { analyzer: () => Analyzer; idf: (term: string) => number }): Embedder {
  const vectorOf = (text: string, weigh: (term: string) => number): number[] => {
    const tally = new Map<string, number>();
    for (const term of options.analyzer().terms(text))
      if (!isDictionaryWord(term)) tally.set(term, (tally.get(term) ?? 0) + 1);
    const vector = new Float64Array(DIMENSIONS);
    for (const [term, count] of tally) {
      const weight = weigh(term) * (1 + Math.log(count));
      addFeature(vector, hash(term), term.startsWith('#') ? weight * CONCEPT_WEIGHT : weight);
      if (!LATIN_WORD.test(term)) continue;
      for (let i = 0; i + 3 <= term.length; i++)
        addFeature(vector, hash(term, i, i + 3, TRIGRAM), weight * TRIGRAM_WEIGHT);
    }
    return unit(vector);
  };
  return {
    model: 'local-hash-384-v1',
    dimensions: DIMENSIONS,
    learned: false,
    async embed(texts) {
      const breathe = createBreather();
      const vectors: number[][] = [];
      for (const text of texts) {
        const rest = breathe();
        if (rest) await rest;
        vectors.push(vectorOf(text, () => 1));
      }
      return vectors;
    },
    embedQuery: async (text) => vectorOf(text, options.idf),
  };
}
