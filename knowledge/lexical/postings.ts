/** The documents in which a term stands, in typed arrays that grow by half. */
export interface Postings {
  docs: Uint32Array;
  /** How often, capped at 255. */
  counts: Uint8Array;
  length: number;
}

export const newPostings = (): Postings => ({ docs: new Uint32Array(2), counts: new Uint8Array(2), length: 0 });

export function appendPosting(postings: Postings, doc: number, count: number): void {
  if (postings.length === postings.docs.length) {
    const size = Math.ceil(postings.length * 1.5) + 1;
    const docs = new Uint32Array(size);
    docs.set(postings.docs);
    const counts = new Uint8Array(size);
    counts.set(postings.counts);
    postings.docs = docs;
    postings.counts = counts;
  }
  postings.docs[postings.length] = doc;
  postings.counts[postings.length] = Math.min(count, 255);
  postings.length += 1;
}

/** Keeps the documents that `renumber` maps to 0 or more, under their new numbers. */
export function compactPostings(postings: Postings, renumber: Int32Array): Postings {
  const kept = newPostings();
  for (let i = 0; i < postings.length; i++) {
    const doc = renumber[postings.docs[i] ?? 0] ?? -1;
    if (doc >= 0) appendPosting(kept, doc, postings.counts[i] ?? 0);
  }
  return kept;
}
