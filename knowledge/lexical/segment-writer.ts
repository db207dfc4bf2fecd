import type { TermSink } from '../text/analyzer.ts';
import type { SegmentData } from './packed-segment.ts';
import { type IndexedChunk, packPosting } from './segment.ts';
import type { SharedSpace } from './shared-space.ts';
import { StringPool } from './string-pool.ts';
import { inOrder, placeOf } from './term-order.ts';
import { TraitList } from './trait-list.ts';

/** Takes chunks one by one and gives them as a segment; then it begins anew, in the memory that it has already. */
export interface SegmentWriter {
  /** `write` puts the chunk's terms into the sink; a term that comes again counts again. */
  add(chunk: IndexedChunk, write: (sink: TermSink) => void): void;
  finish(): SegmentData;
}

/** A growing list of 32-bit numbers without a box around each. */
class Numbers {
  values = new Uint32Array(4_096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.grow(this.length * 2);
    this.values[this.length] = value;
    this.length += 1;
  }

  grow(size: number): void {
    const longer = new Uint32Array(size);
    longer.set(this.values);
    this.values = longer;
  }
}

export function createSegmentWriter(space: SharedSpace): SegmentWriter {
  const terms = new StringPool();
  /** In how many documents each term stands, and how often in the one at hand. */
  const frequencies = new Numbers();
  const times = new Numbers();
  /** Terms and postings, document after document. */
  const pairTerms = new Numbers();
  const pairEntries = new Numbers();
  const ids = new StringPool();
  let lengths: number[] = [];
  let revisions: number[] = [];
  let traitNumbers: number[] = [];
  let traits = new TraitList();
  const touched = new Numbers();
  let length = 0;

  const count = (number: number): void => {
    if (number === frequencies.length) {
      frequencies.push(0);
      times.push(0);
    }
    const before = times.values[number] ?? 0;
    if (before === 0) touched.push(number);
    times.values[number] = before + 1;
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
        pairTerms.push(number);
        pairEntries.push(packPosting(doc, times.values[number] ?? 0));
        frequencies.values[number] = (frequencies.values[number] ?? 0) + 1;
        times.values[number] = 0;
      }
      touched.length = 0;
      ids.ofText(chunk.id);
      lengths.push(length);
      revisions.push(chunk.revision ?? 0);
      traitNumbers.push(traits.numberOf(chunk));
    },
    finish() {
      const order = inOrder(terms.count, (number) => placeOf(terms.firstUnit(number), terms.lengthOf(number)));
      const starts = space.uint32(order.length + 1);
      /** Where the next posting of each term goes. */
      const next = new Uint32Array(order.length);
      let at = 0;
      order.forEach((number, place) => {
        starts[place] = at;
        next[number] = at;
        at += frequencies.values[number] ?? 0;
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
        ids: ids.pack(
          inOrder(docs, () => 0),
          space,
        ),
        revisions: space.float64(docs),
        traitNumbers: space.uint16(docs),
        traits: traits.traits,
      };
      data.lengths.set(lengths);
      data.revisions.set(revisions);
      data.traitNumbers.set(traitNumbers);
      for (const pool of [terms, ids]) pool.clear();
      for (const list of [frequencies, times, pairTerms, pairEntries]) list.length = 0;
      lengths = [];
      revisions = [];
      traitNumbers = [];
      traits = new TraitList();
      return data;
    },
  };
}
