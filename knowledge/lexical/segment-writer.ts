import type { TermSink } from '../text/analyzer.ts';
import type { SegmentData } from './packed-segment.ts';
import { type IndexedChunk, packPosting } from './segment.ts';
import type { SharedSpace } from './shared-space.ts';
import { StringPool } from './string-pool.ts';
import { allBelow, inOrder, placeOf } from './term-order.ts';
import { TraitList } from './trait-list.ts';

/**
 * Takes chunks one by one and gives them as a segment; then it begins anew. The numbers of terms stay: what was met in
 * one segment need not be looked for in the next.
 */
export interface SegmentWriter {
  /** `write` puts the chunk's terms into the sink; a term that comes again counts again. */
  add(chunk: IndexedChunk, write: (sink: TermSink) => void): void;
  finish(): SegmentData;
}

/** More are not counted: see {@link packPosting}. */
const MOST_TIMES = 255;
const TIMES_BITS = 8;

/** A growing list of 32-bit numbers without a box around each. */
class Numbers {
  values = new Uint32Array(4_096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.values = longer(this.values, this.length * 2);
    this.values[this.length] = value;
    this.length += 1;
  }
}

function longer(values: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(values);
  return copy;
}

export function createSegmentWriter(space: SharedSpace): SegmentWriter {
  const terms = new StringPool();
  /** By number of a term: how often it stands in the document at hand (8 bits), and above in how many of the segment. */
  let tallies = new Uint32Array(4_096);
  /** Terms of the segment, and of the document at hand. */
  const used = new Numbers();
  const touched = new Numbers();
  /** Terms and postings, document after document. */
  const pairTerms = new Numbers();
  const pairEntries = new Numbers();
  const ids = new StringPool();
  const lengths = new Numbers();
  let revisions: number[] = [];
  let traitNumbers: number[] = [];
  let traits = new TraitList();
  let length = 0;

  const count = (number: number): void => {
    if (number >= tallies.length) tallies = longer(tallies, number * 2);
    const tally = tallies[number] ?? 0;
    const times = tally & MOST_TIMES;
    if (times === 0) touched.push(number);
    if (times < MOST_TIMES) tallies[number] = tally + 1;
    length += 1;
  };
  const sink: TermSink = {
    term: (term) => count(terms.ofTerm(term)),
    text: (term) => count(terms.ofText(term)),
    pair: (first, second) => count(terms.ofPair(first, second)),
  };

  return {
    add(chunk, write) {
      const doc = lengths.length;
      length = 0;
      write(sink);
      for (let i = 0; i < touched.length; i++) {
        const number = touched.values[i] ?? 0;
        const tally = tallies[number] ?? 0;
        const frequency = tally >>> TIMES_BITS;
        pairTerms.push(number);
        pairEntries.push(packPosting(doc, tally & MOST_TIMES));
        if (frequency === 0) used.push(number);
        tallies[number] = (frequency + 1) << TIMES_BITS;
      }
      touched.length = 0;
      ids.ofText(chunk.id);
      lengths.push(length);
      revisions.push(chunk.revision ?? 0);
      traitNumbers.push(traits.numberOf(chunk));
    },
    finish() {
      const order = inOrder(used.values.subarray(0, used.length), (number) =>
        placeOf(terms.firstUnit(number), terms.lengthOf(number)),
      );
      const starts = space.uint32(order.length + 1);
      /** Where the next posting of each term goes. */
      const next = tallies;
      let at = 0;
      order.forEach((number, place) => {
        starts[place] = at;
        const postings = (tallies[number] ?? 0) >>> TIMES_BITS;
        next[number] = at;
        at += postings;
      });
      starts[order.length] = at;
      const entries = space.uint32(at);
      for (let i = 0; i < pairTerms.length; i++) {
        const number = pairTerms.values[i] ?? 0;
        const place = next[number] ?? 0;
        entries[place] = pairEntries.values[i] ?? 0;
        next[number] = place + 1;
      }
      const docs = lengths.length;
      const data: SegmentData = {
        terms: terms.pack(order, space),
        starts,
        entries,
        lengths: space.uint32(docs),
        ids: ids.pack(allBelow(docs), space),
        revisions: space.float64(docs),
        traitNumbers: space.uint16(docs),
        traits: traits.traits,
      };
      data.lengths.set(lengths.values.subarray(0, docs));
      data.revisions.set(revisions);
      data.traitNumbers.set(traitNumbers);
      for (const number of order) tallies[number] = 0;
      ids.clear();
      for (const list of [used, pairTerms, pairEntries, lengths]) list.length = 0;
      revisions = [];
      traitNumbers = [];
      traits = new TraitList();
      return data;
    },
  };
}
