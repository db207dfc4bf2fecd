import type { SegmentData } from './packed-segment.ts';
import { type PackedStrings, packStrings, sharedBytes, stringOf } from './packed-strings.ts';
import { packPosting } from './segment.ts';
import { TraitList, termOrder } from './segment-writer.ts';

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const countOf = (strings: PackedStrings): number => strings.starts.length - 1;

/**
 * One segment of all documents of several, the removed ones too: document d of segment s becomes d plus the
 * documents of the segments before s.
 */
export function mergeSegments(segments: readonly SegmentData[]): SegmentData {
  const docs = total(segments.map(({ lengths }) => lengths.length));
  const lengths = new Uint32Array(sharedBytes(docs * 4));
  const revisions = new Float64Array(sharedBytes(docs * 8));
  const traitNumbers = new Uint16Array(sharedBytes(docs * 2));
  const traits = new TraitList();
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  let base = 0;
  for (const segment of segments) {
    lengths.set(segment.lengths, base);
    revisions.set(segment.revisions, base);
    const renumbered = segment.traits.map((trait) => traits.numberOf(trait));
    for (let doc = 0; doc < segment.lengths.length; doc++) {
      traitNumbers[base + doc] = renumbered[segment.traitNumbers[doc] ?? 0] ?? 0;
      ids.push(stringOf(segment.ids, doc));
    }
    for (let term = 0; term < countOf(segment.terms); term++) numbers.set(stringOf(segment.terms, term), 0);
    base += segment.lengths.length;
  }

  const terms = [...numbers.keys()].sort(termOrder);
  terms.forEach((term, number) => {
    numbers.set(term, number);
  });
  const places = segments.map((segment) =>
    Uint32Array.from({ length: countOf(segment.terms) }, (_, term) => numbers.get(stringOf(segment.terms, term)) ?? 0),
  );
  const starts = new Uint32Array(sharedBytes((terms.length + 1) * 4));
  segments.forEach((segment, s) => {
    places[s]?.forEach((number, term) => {
      starts[number + 1] = (starts[number + 1] ?? 0) + (segment.starts[term + 1] ?? 0) - (segment.starts[term] ?? 0);
    });
  });
  for (let term = 0; term < terms.length; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);

  const entries = new Uint32Array(sharedBytes((starts[terms.length] ?? 0) * 4));
  const next = starts.slice(0, terms.length);
  base = 0;
  segments.forEach((segment, s) => {
    const shift = packPosting(base, 0);
    places[s]?.forEach((number, term) => {
      let at = next[number] ?? 0;
      for (let i = segment.starts[term] ?? 0; i < (segment.starts[term + 1] ?? 0); i++)
        entries[at++] = (segment.entries[i] ?? 0) + shift;
      next[number] = at;
    });
    base += segment.lengths.length;
  });
  return {
    terms: packStrings(terms),
    starts,
    entries,
    lengths,
    ids: packStrings(ids),
    revisions,
    traitNumbers,
    traits: traits.traits,
  };
}
