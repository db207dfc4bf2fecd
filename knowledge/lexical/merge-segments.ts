import type { SegmentData } from './packed-segment.ts';
import { countOf, joinStrings } from './packed-strings.ts';
import { packPosting } from './segment.ts';
import { createSharedSpace } from './shared-space.ts';
import { StringPool } from './string-pool.ts';
import { allBelow, inOrder, placeOf } from './term-order.ts';
import { TraitList } from './trait-list.ts';

/**
 * One segment of all documents of several, the removed ones too: document d of segment s becomes d plus the
 * documents of the segments before s.
 */
export function mergeSegments(segments: readonly SegmentData[]): SegmentData {
  const docs = segments.reduce((sum, { lengths }) => sum + lengths.length, 0);
  const space = createSharedSpace();
  const scratch = createSharedSpace();
  const lengths = space.uint32(docs);
  const revisions = space.float64(docs);
  const traitNumbers = space.uint16(docs);
  const traits = new TraitList();
  const pool = new StringPool();
  /** The pool's number of each term of each segment. */
  const numbers = segments.map(({ terms }) => {
    const own = scratch.uint32(countOf(terms));
    for (let term = 0; term < own.length; term++)
      own[term] = pool.ofUnits(terms.units, terms.starts[term] ?? 0, terms.starts[term + 1] ?? 0);
    return own;
  });
  const frequencies = scratch.uint32(pool.count);
  let base = 0;
  segments.forEach((segment, s) => {
    numbers[s]?.forEach((number, term) => {
      const postings = (segment.starts[term + 1] ?? 0) - (segment.starts[term] ?? 0);
      frequencies[number] = (frequencies[number] ?? 0) + postings;
    });
    lengths.set(segment.lengths, base);
    revisions.set(segment.revisions, base);
    const renumbered = segment.traits.map((trait) => traits.numberOf(trait));
    segment.traitNumbers.forEach((trait, doc) => {
      traitNumbers[base + doc] = renumbered[trait] ?? 0;
    });
    base += segment.lengths.length;
  });

  const order = inOrder(allBelow(pool.count), (number) => placeOf(pool.firstUnit(number), pool.lengthOf(number)));
  const starts = space.uint32(order.length + 1);
  const next = scratch.uint32(order.length);
  let at = 0;
  order.forEach((number, place) => {
    starts[place] = at;
    next[number] = at;
    at += frequencies[number] ?? 0;
  });
  starts[order.length] = at;

  const entries = space.uint32(at);
  base = 0;
  segments.forEach((segment, s) => {
    const shift = packPosting(base, 0);
    numbers[s]?.forEach((number, term) => {
      let to = next[number] ?? 0;
      const end = segment.starts[term + 1] ?? 0;
      for (let i = segment.starts[term] ?? 0; i < end; i++) entries[to++] = (segment.entries[i] ?? 0) + shift;
      next[number] = to;
    });
    base += segment.lengths.length;
  });
  return {
    terms: pool.pack(order, space),
    starts,
    entries,
    lengths,
    ids: joinStrings(
      segments.map(({ ids }) => ids),
      space,
    ),
    revisions,
    traitNumbers,
    traits: traits.traits,
  };
}
