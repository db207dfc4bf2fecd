import type { SegmentData } from './packed-segment.ts';
import { countOf, fillSlots, type PackedStrings, slotsFor } from './packed-strings.ts';
import { packPosting } from './segment.ts';
import { createSharedSpace, type SharedSpace } from './shared-space.ts';

/** The strings whose numbers are kept, in their order. */
function keepStrings(strings: PackedStrings, kept: readonly number[], space: SharedSpace): PackedStrings {
  const lengthOf = (number: number) => (strings.starts[number + 1] ?? 0) - (strings.starts[number] ?? 0);
  const units = space.uint16(kept.reduce((sum, number) => sum + lengthOf(number), 0));
  const starts = space.uint32(kept.length + 1);
  let at = 0;
  kept.forEach((number, place) => {
    starts[place] = at;
    units.set(strings.units.subarray(strings.starts[number], strings.starts[number + 1]), at);
    at += lengthOf(number);
  });
  starts[kept.length] = at;
  const slots = space.uint32(slotsFor(kept.length));
  fillSlots(slots, units, starts, kept.length);
  return { units, starts, slots };
}

/**
 * A segment without its removed documents (1 in `dead`): nothing of them is left in it, neither their ids nor terms
 * that stood in them alone. The segment itself when none was removed.
 */
export function withoutRemoved(data: SegmentData, dead: Uint8Array): SegmentData {
  if (!dead.includes(1)) return data;
  const space = createSharedSpace();
  const docs: number[] = [];
  /** New numbers of the documents that stay. */
  const renumber = new Int32Array(dead.length).fill(-1);
  dead.forEach((gone, doc) => {
    if (gone === 0) renumber[doc] = docs.push(doc) - 1;
  });
  const terms: number[] = [];
  const ends: number[] = [0];
  const kept = new Uint32Array(data.entries.length);
  let at = 0;
  for (let term = 0; term < countOf(data.terms); term++) {
    const before = at;
    for (let i = data.starts[term] ?? 0; i < (data.starts[term + 1] ?? 0); i++) {
      const entry = data.entries[i] ?? 0;
      const doc = renumber[entry >>> 8] ?? -1;
      if (doc >= 0) kept[at++] = packPosting(doc, entry & 255);
    }
    if (at === before) continue;
    terms.push(term);
    ends.push(at);
  }
  const starts = space.uint32(ends.length);
  starts.set(ends);
  const entries = space.uint32(at);
  entries.set(kept.subarray(0, at));
  const result: SegmentData = {
    terms: keepStrings(data.terms, terms, space),
    starts,
    entries,
    lengths: space.uint32(docs.length),
    ids: keepStrings(data.ids, docs, space),
    revisions: space.float64(docs.length),
    traitNumbers: space.uint16(docs.length),
    traits: data.traits,
  };
  docs.forEach((doc, place) => {
    result.lengths[place] = data.lengths[doc] ?? 0;
    result.revisions[place] = data.revisions[doc] ?? 0;
    result.traitNumbers[place] = data.traitNumbers[doc] ?? 0;
  });
  return result;
}
