import type { Postings, Segment } from './segment.ts';

function docsOf({ entries, from, to }: Postings): number[] {
  const docs: number[] = [];
  for (let i = from; i < to; i++) docs.push((entries[i] ?? 0) >>> 8);
  return docs;
}

/** Whether a document is in postings, which are in the order of documents. */
export function holds({ entries, from, to }: Postings, doc: number): boolean {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) >>> 8 < doc) low = middle + 1;
    else high = middle;
  }
  return low < to && (entries[low] ?? 0) >>> 8 === doc;
}

/** The documents of a segment in which all terms stand, found from the rarest on. */
export function docsWithAll(segment: Segment, terms: readonly string[]): number[] {
  const lists: Postings[] = [];
  for (const term of terms) {
    const postings = segment.postings(term);
    if (!postings) return [];
    lists.push(postings);
  }
  const [rarest, ...others] = lists.sort((a, b) => a.to - a.from - (b.to - b.from));
  if (!rarest) return [];
  return docsOf(rarest).filter((doc) => !segment.isDead(doc) && others.every((postings) => holds(postings, doc)));
}
