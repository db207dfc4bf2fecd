import type { ChunkTraits, SegmentData } from './packed-segment.ts';
import { packStrings, sharedBytes } from './packed-strings.ts';
import { type IndexedChunk, packPosting } from './segment.ts';

/** Takes chunks one by one and gives them as a segment. */
export interface SegmentWriter {
  add(chunk: IndexedChunk, terms: readonly string[]): void;
  finish(): SegmentData;
}

/** A growing list of 32-bit numbers without a box around each. */
class Numbers {
  values = new Uint32Array(4_096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

/** Numbers the traits that chunks have in common. */
export class TraitList {
  readonly traits: ChunkTraits[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf({ kind, language, audience }: ChunkTraits): number {
    const key = `${kind} ${language} ${audience}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.traits.length);
    return this.traits.push({ kind, language, audience }) - 1;
  }
}

/** The order of terms in a segment: by first letter, then by length. */
export const termOrder = (a: string, b: string): number =>
  a.charCodeAt(0) - b.charCodeAt(0) || Math.min(65_535, a.length) - Math.min(65_535, b.length);

export function createSegmentWriter(): SegmentWriter {
  const numbers = new Map<string, number>();
  const frequencies = new Numbers();
  /** How often each term stands in the document at hand. */
  let times = new Uint32Array(4_096);
  /** A term and its posting, document after document. */
  const pairTerms = new Numbers();
  const pairEntries = new Numbers();
  const ids: string[] = [];
  const lengths: number[] = [];
  const revisions: number[] = [];
  const traitNumbers: number[] = [];
  const traits = new TraitList();
  const touched: number[] = [];

  const termNumber = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(term, number);
    frequencies.push(0);
    if (number === times.length) {
      const longer = new Uint32Array(number * 2);
      longer.set(times);
      times = longer;
    }
    return number;
  };

  return {
    add(chunk, terms) {
      const doc = ids.length;
      for (const term of terms) {
        const number = termNumber(term);
        if (times[number] === 0) touched.push(number);
        times[number] = (times[number] ?? 0) + 1;
      }
      for (const number of touched) {
        pairTerms.push(number);
        pairEntries.push(packPosting(doc, times[number] ?? 0));
        frequencies.values[number] = (frequencies.values[number] ?? 0) + 1;
        times[number] = 0;
      }
      touched.length = 0;
      ids.push(chunk.id);
      lengths.push(terms.length);
      revisions.push(chunk.revision ?? 0);
      traitNumbers.push(traits.numberOf(chunk));
    },
    finish() {
      const sorted = [...numbers.keys()].sort(termOrder);
      const starts = new Uint32Array(sharedBytes((sorted.length + 1) * 4));
      /** Where the next posting of each term goes, by the term's number of arrival. */
      const next = new Uint32Array(sorted.length);
      let at = 0;
      sorted.forEach((term, place) => {
        const number = numbers.get(term) ?? 0;
        starts[place] = at;
        next[number] = at;
        at += frequencies.values[number] ?? 0;
      });
      starts[sorted.length] = at;
      const entries = new Uint32Array(sharedBytes(at * 4));
      for (let i = 0; i < pairTerms.length; i++) {
        const number = pairTerms.values[i] ?? 0;
        const place = next[number] ?? 0;
        entries[place] = pairEntries.values[i] ?? 0;
        next[number] = place + 1;
      }
      const data: SegmentData = {
        terms: packStrings(sorted),
        starts,
        entries,
        lengths: new Uint32Array(sharedBytes(ids.length * 4)),
        ids: packStrings(ids),
        revisions: new Float64Array(sharedBytes(ids.length * 8)),
        traitNumbers: new Uint16Array(sharedBytes(ids.length * 2)),
        traits: traits.traits,
      };
      data.lengths.set(lengths);
      data.revisions.set(revisions);
      data.traitNumbers.set(traitNumbers);
      return data;
    },
  };
}
