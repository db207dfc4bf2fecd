import type { Language } from '../../stores/schema.ts';
import { appendPosting, compactPostings, newPostings, type Postings } from './postings.ts';

/** What the index knows of a chunk beside its terms; filters see it. */
export interface IndexedChunk {
  id: string;
  kind: 'document' | 'faq' | 'product';
  language: Language;
  audience: string;
}

export interface Scored {
  id: string;
  score: number;
}

/** BM25 over chunks, in this process (Robertson and Zaragoza, 2009). */
export interface LexicalIndex {
  readonly size: number;
  has(id: string): boolean;
  get(id: string): IndexedChunk | undefined;
  /** Replaces a chunk of the same id. Title and heading terms count as often as given: repeat them to boost. */
  add(chunk: IndexedChunk, terms: Iterable<string>): void;
  remove(id: string): void;
  clear(): void;
  /** Natural logarithm; a term that stands nowhere has the highest. */
  idf(term: string): number;
  frequency(term: string): number;
  search(
    query: ReadonlyMap<string, number>,
    options: { k: number; accept?: (chunk: IndexedChunk) => boolean },
  ): Scored[];
  vocabulary(): IterableIterator<string>;
}

const K1 = 1.2;
const B = 0.6;
/** Dead documents are swept out once they are this many and a quarter of all. */
const SWEEP_AT = 256;

export function createLexicalIndex(): LexicalIndex {
  let chunks: Array<IndexedChunk | undefined> = [];
  let lengths = new Uint32Array(1024);
  let scores = new Float32Array(1024);
  let numbers = new Map<string, number>();
  let terms = new Map<string, Postings>();
  let dead = 0;
  const lengthSum = { zh: 0, en: 0 };
  const count = { zh: 0, en: 0 };

  const sweep = () => {
    const renumber = new Int32Array(chunks.length).fill(-1);
    const kept: IndexedChunk[] = [];
    chunks.forEach((chunk, doc) => {
      if (!chunk) return;
      renumber[doc] = kept.length;
      lengths[kept.length] = lengths[doc] ?? 0;
      numbers.set(chunk.id, kept.length);
      kept.push(chunk);
    });
    for (const [term, postings] of terms) {
      const compact = compactPostings(postings, renumber);
      if (compact.length > 0) terms.set(term, compact);
      else terms.delete(term);
    }
    chunks = kept;
    dead = 0;
  };

  const remove = (id: string) => {
    const doc = numbers.get(id);
    const chunk = doc === undefined ? undefined : chunks[doc];
    if (doc === undefined || !chunk) return;
    numbers.delete(id);
    chunks[doc] = undefined;
    count[chunk.language] -= 1;
    lengthSum[chunk.language] -= lengths[doc] ?? 0;
    dead += 1;
    if (dead >= SWEEP_AT && dead * 4 > chunks.length) sweep();
  };

  const frequency = (term: string) => Math.min(terms.get(term)?.length ?? 0, numbers.size);
  const idf = (term: string) => {
    const df = frequency(term);
    return Math.log(1 + (numbers.size - df + 0.5) / (df + 0.5));
  };

  return {
    get size() {
      return numbers.size;
    },
    has: (id) => numbers.has(id),
    get: (id) => chunks[numbers.get(id) ?? -1],
    remove,
    clear() {
      chunks = [];
      numbers = new Map();
      terms = new Map();
      dead = 0;
      lengthSum.zh = lengthSum.en = count.zh = count.en = 0;
    },
    add(chunk, words) {
      remove(chunk.id);
      const doc = chunks.length;
      if (doc === lengths.length) {
        const longer = new Uint32Array(doc * 2);
        longer.set(lengths);
        lengths = longer;
        scores = new Float32Array(doc * 2);
      }
      const tally = new Map<string, number>();
      let length = 0;
      for (const word of words) {
        tally.set(word, (tally.get(word) ?? 0) + 1);
        length += 1;
      }
      for (const [term, times] of tally) {
        let postings = terms.get(term);
        if (!postings) {
          postings = newPostings();
          terms.set(term, postings);
        }
        appendPosting(postings, doc, times);
      }
      chunks.push(chunk);
      numbers.set(chunk.id, doc);
      lengths[doc] = length;
      lengthSum[chunk.language] += length;
      count[chunk.language] += 1;
    },
    idf,
    frequency,
    vocabulary: () => terms.keys(),
    search(query, { k, accept }) {
      // Chinese and English passages of the same content differ in their number of terms: each has its own mean.
      const mean = { zh: lengthSum.zh / (count.zh || 1) || 1, en: lengthSum.en / (count.en || 1) || 1 };
      const touched: number[] = [];
      for (const [term, weight] of query) {
        const postings = terms.get(term);
        if (!postings) continue;
        const factor = weight * idf(term) * (K1 + 1);
        for (let i = 0; i < postings.length; i++) {
          const doc = postings.docs[i] ?? 0;
          const chunk = chunks[doc];
          if (!chunk) continue;
          const times = postings.counts[i] ?? 0;
          const norm = K1 * (1 - B + (B * (lengths[doc] ?? 0)) / mean[chunk.language]);
          if (scores[doc] === 0) touched.push(doc);
          scores[doc] = (scores[doc] ?? 0) + (factor * times) / (times + norm);
        }
      }
      const best: Array<{ doc: number; score: number }> = [];
      for (const doc of touched) {
        const score = scores[doc] ?? 0;
        scores[doc] = 0;
        const chunk = chunks[doc];
        if (best.length === k && score <= (best[k - 1]?.score ?? 0)) continue;
        if (!chunk || (accept && !accept(chunk))) continue;
        let at = best.length;
        while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
        best.splice(at, 0, { doc, score });
        if (best.length > k) best.pop();
      }
      return best.flatMap(({ doc, score }) => {
        const chunk = chunks[doc];
        return chunk ? [{ id: chunk.id, score }] : [];
      });
    },
  };
}
