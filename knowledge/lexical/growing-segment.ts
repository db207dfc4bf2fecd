import { type IndexedChunk, type Postings, packPosting, type Segment } from './segment.ts';

/** A segment to which documents are added one by one. */
export interface GrowingSegment extends Segment {
  add(chunk: IndexedChunk, terms: Iterable<string>): void;
}

/** Removed documents are swept out once they are this many and a quarter of all. */
const SWEEP_AT = 256;

function grown(values: Uint32Array, length: number): Uint32Array {
  const longer = new Uint32Array(length);
  longer.set(values);
  return longer;
}

function append(postings: Postings, entry: number): void {
  if (postings.to === postings.entries.length) postings.entries = grown(postings.entries, postings.to * 2);
  postings.entries[postings.to] = entry;
  postings.to += 1;
}

export function createGrowingSegment(): GrowingSegment {
  let chunks: Array<IndexedChunk | undefined> = [];
  let lengths: Uint32Array = new Uint32Array(256);
  let dead = 0;
  const docs = new Map<string, number>();
  const terms = new Map<string, Postings>();

  /** Gives the documents that are left new numbers without gaps. */
  const sweep = () => {
    const renumber = new Int32Array(chunks.length).fill(-1);
    const kept: IndexedChunk[] = [];
    lengths = grown(lengths, lengths.length);
    chunks.forEach((chunk, doc) => {
      if (!chunk) return;
      renumber[doc] = kept.length;
      lengths[kept.length] = lengths[doc] ?? 0;
      docs.set(chunk.id, kept.length);
      kept.push(chunk);
    });
    for (const [term, { entries, to }] of terms) {
      const compact: Postings = { entries: new Uint32Array(1), from: 0, to: 0 };
      for (let i = 0; i < to; i++) {
        const entry = entries[i] ?? 0;
        const doc = renumber[entry >>> 8] ?? -1;
        if (doc >= 0) append(compact, packPosting(doc, entry & 255));
      }
      if (compact.to > 0) terms.set(term, compact);
      else terms.delete(term);
    }
    chunks = kept;
    dead = 0;
  };

  const chunkOf = (doc: number): IndexedChunk => {
    const chunk = chunks[doc];
    if (!chunk) throw new Error(`Document ${doc} was removed.`);
    return chunk;
  };

  return {
    get docs() {
      return chunks.length;
    },
    get lengths() {
      return lengths;
    },
    isDead: (doc) => chunks[doc] === undefined,
    languageOf: (doc) => chunks[doc]?.language ?? 'en',
    chunkOf,
    traitsOf: chunkOf,
    find: (id) => docs.get(id) ?? -1,
    remove(doc) {
      const chunk = chunks[doc];
      if (!chunk) return;
      docs.delete(chunk.id);
      chunks[doc] = undefined;
      dead += 1;
      if (dead >= SWEEP_AT && dead * 4 > chunks.length) sweep();
    },
    postings: (term) => terms.get(term),
    *wordsLike(letter, shortest, longest) {
      for (const term of terms.keys())
        if (term[0] === letter && term.length >= shortest && term.length <= longest) yield term;
    },
    add(chunk, words) {
      const doc = chunks.length;
      if (doc === lengths.length) lengths = grown(lengths, doc * 2);
      const tally = new Map<string, number>();
      let length = 0;
      for (const word of words) {
        tally.set(word, (tally.get(word) ?? 0) + 1);
        length += 1;
      }
      for (const [term, times] of tally) {
        const entry = packPosting(doc, times);
        const postings = terms.get(term);
        if (postings) append(postings, entry);
        else terms.set(term, { entries: Uint32Array.of(entry), from: 0, to: 1 });
      }
      chunks.push(chunk);
      docs.set(chunk.id, doc);
      lengths[doc] = length;
    },
  };
}
