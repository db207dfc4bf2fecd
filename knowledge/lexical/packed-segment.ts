import { countOf, numberOf, type PackedStrings, stringOf } from './packed-strings.ts';
import type { ChunkTraits, Postings, Segment } from './segment.ts';
import { placeOf } from './term-order.ts';

/**
 * An inverted index over a fixed set of documents, in typed arrays on shared memory: workers make and merge them,
 * and hand them over without copying.
 */
export interface SegmentData {
  /** In the order of {@link placeOf}. */
  terms: PackedStrings;
  /** Where each term's postings begin; one more at the end. */
  starts: Uint32Array;
  /** See {@link packPosting}. */
  entries: Uint32Array;
  lengths: Uint32Array;
  ids: PackedStrings;
  revisions: Float64Array;
  /** Number of each document's traits in `traits`. */
  traitNumbers: Uint16Array;
  traits: ChunkTraits[];
}

/** Terms asked for last whose postings are kept at hand: a search asks for the same ones for each of its candidates. */
const RECENT = 500;

/** Makes a segment searchable. `dead` marks the removed documents; all live unless given. */
export function openPackedSegment(data: SegmentData, dead = new Uint8Array(data.lengths.length)): Segment {
  const { terms, starts, entries, lengths, ids, revisions, traitNumbers, traits } = data;
  const count = countOf(terms);
  const recent = new Map<string, Postings | null>();
  const traitsOf = (doc: number): ChunkTraits => {
    const found = traits[traitNumbers[doc] ?? 0];
    if (!found) throw new Error(`Document ${doc} of a segment has no traits.`);
    return found;
  };
  const place = (term: number): number => {
    const from = terms.starts[term] ?? 0;
    return placeOf(terms.units[from] ?? 0, (terms.starts[term + 1] ?? 0) - from);
  };
  /** The first term at or behind a place. */
  const firstAt = (wanted: number): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (place(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    docs: lengths.length,
    lengths,
    isDead: (doc) => dead[doc] === 1,
    traitsOf,
    languageOf: (doc) => traitsOf(doc).language,
    chunkOf: (doc) => ({ id: stringOf(ids, doc), ...traitsOf(doc), revision: revisions[doc] ?? 0 }),
    find(id) {
      const doc = numberOf(ids, id);
      return doc >= 0 && dead[doc] === 0 ? doc : -1;
    },
    remove(doc) {
      dead[doc] = 1;
    },
    postings(term) {
      const known = recent.get(term);
      if (known !== undefined) return known ?? undefined;
      const number = numberOf(terms, term);
      const found = number < 0 ? null : { entries, from: starts[number] ?? 0, to: starts[number + 1] ?? 0 };
      if (recent.size >= RECENT) recent.clear();
      recent.set(term, found);
      return found ?? undefined;
    },
    *wordsLike(letter, shortest, longest) {
      const end = firstAt(placeOf(letter.charCodeAt(0), longest) + 1);
      for (let term = firstAt(placeOf(letter.charCodeAt(0), shortest)); term < end; term++) yield stringOf(terms, term);
    },
  };
}
