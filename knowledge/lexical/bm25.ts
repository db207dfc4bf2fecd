import type { Language } from '../../stores/schema.ts';
import type { Scored } from './lexical-index.ts';
import type { ChunkTraits, Segment } from './segment.ts';
import { createTopK } from './top-k.ts';

/** Scores the documents of several segments as if they were one collection. */
export interface Bm25 {
  /** A document of so many terms is there from now on, or no more. */
  enter(language: Language, length: number): void;
  leave(language: Language, length: number): void;
  frequency(term: string): number;
  /** `weights`: terms with their idf and the question's own weight. */
  search(
    weights: ReadonlyArray<readonly [string, number]>,
    options: { k: number; accept?: (chunk: ChunkTraits) => boolean },
  ): Scored[];
  /** What a document that is not there would score. */
  scoreOf(weights: ReadonlyArray<readonly [string, number]>, document: { language: Language; terms: string[] }): number;
}

const K1 = 1.2;
const B = 0.6;

interface Norms {
  /** What a term's number of occurrences in a document is compared with. */
  values: Float32Array;
  docs: number;
  lengths: Uint32Array;
  mean: { zh: number; en: number };
}

/** Mean lengths this much apart, as a share, score alike. */
const SAME_MEAN = 1e-3;

export function createBm25(segments: () => readonly Segment[]): Bm25 {
  const lengthSum = { zh: 0, en: 0 };
  const count = { zh: 0, en: 0 };
  const norms = new WeakMap<Segment, Norms>();
  let scores = new Float32Array(1_024);

  // Chinese and English passages of the same content differ in their number of terms: each has its own mean.
  const means = () => ({ zh: lengthSum.zh / (count.zh || 1) || 1, en: lengthSum.en / (count.en || 1) || 1 });
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_MEAN * b;

  const normsOf = (segment: Segment, mean: { zh: number; en: number }): Float32Array => {
    const known = norms.get(segment);
    const same = known?.docs === segment.docs && known.lengths === segment.lengths;
    if (known && same && near(mean.zh, known.mean.zh) && near(mean.en, known.mean.en)) return known.values;
    const values = known && known.values.length >= segment.docs ? known.values : new Float32Array(segment.docs);
    for (let doc = 0; doc < segment.docs; doc++) {
      if (segment.isDead(doc)) continue;
      values[doc] = K1 * (1 - B + (B * (segment.lengths[doc] ?? 0)) / mean[segment.languageOf(doc)]);
    }
    norms.set(segment, { values, docs: segment.docs, lengths: segment.lengths, mean });
    return values;
  };

  return {
    scoreOf(weights, { language, terms }) {
      const norm = K1 * (1 - B + (B * terms.length) / means()[language]);
      const times = new Map<string, number>();
      for (const term of terms) times.set(term, Math.min(255, (times.get(term) ?? 0) + 1));
      let score = 0;
      for (const [term, weight] of weights) {
        const found = times.get(term) ?? 0;
        if (found > 0) score += (weight * (K1 + 1) * found) / (found + norm);
      }
      return score;
    },
    enter(language, length) {
      lengthSum[language] += length;
      count[language] += 1;
    },
    leave(language, length) {
      lengthSum[language] -= length;
      count[language] -= 1;
    },
    frequency(term) {
      let sum = 0;
      for (const segment of segments()) {
        const postings = segment.postings(term);
        if (postings) sum += postings.to - postings.from;
      }
      return sum;
    },
    search(weights, { k, accept }) {
      const mean = means();
      const top = createTopK<{ segment: Segment; doc: number }>(k);
      for (const segment of segments()) {
        const { docs } = segment;
        if (scores.length < docs) scores = new Float32Array(docs * 2);
        const norm = normsOf(segment, mean);
        for (const [term, weight] of weights) {
          const postings = segment.postings(term);
          if (!postings) continue;
          const { entries, from, to } = postings;
          const factor = weight * (K1 + 1);
          for (let i = from; i < to; i++) {
            const entry = entries[i] ?? 0;
            const doc = entry >>> 8;
            const times = entry & 255;
            scores[doc] = (scores[doc] ?? 0) + (factor * times) / (times + (norm[doc] ?? 0));
          }
        }
        let bar = top.bar;
        for (let doc = 0; doc < docs; doc++) {
          const score = scores[doc] ?? 0;
          if (score <= bar || segment.isDead(doc)) continue;
          if (accept && !accept(segment.traitsOf(doc))) continue;
          top.offer({ segment, doc }, score);
          bar = top.bar;
        }
        scores.fill(0, 0, docs);
      }
      return top.best().map(({ item, score }) => ({ id: item.segment.chunkOf(item.doc).id, score }));
    },
  };
}
