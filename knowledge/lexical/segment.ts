import type { Language } from '../../stores/schema.ts';

/** What the index knows of a chunk beside its terms; filters see it. */
export interface IndexedChunk {
  id: string;
  kind: 'document' | 'faq' | 'product';
  language: Language;
  audience: string;
  /** The chunk's revision in PostgreSQL, by which index and database are compared; 0 where there is no database. */
  revision?: number;
}

/** What many chunks have in common, and filters go by. */
export type ChunkTraits = Pick<IndexedChunk, 'kind' | 'language' | 'audience'>;

/** A stretch of postings: `doc << 8 | times`, documents ascending, up to 2^24 of them, times capped at 255. */
export interface Postings {
  entries: Uint32Array;
  from: number;
  to: number;
}

export const packPosting = (doc: number, times: number): number => ((doc << 8) | Math.min(times, 255)) >>> 0;

/** A part of the index with its own numbering of documents. */
export interface Segment {
  /** Documents, the removed ones too. */
  readonly docs: number;
  /** Terms of each document; another array whenever documents got new numbers. */
  readonly lengths: Uint32Array;
  isDead(doc: number): boolean;
  languageOf(doc: number): Language;
  chunkOf(doc: number): IndexedChunk;
  /** The same object for all documents that have them in common, where the segment knows. */
  traitsOf(doc: number): ChunkTraits;
  /** The document of a chunk that was not removed, or -1. */
  find(id: string): number;
  remove(doc: number): void;
  postings(term: string): Postings | undefined;
  /** Latin words that begin with a letter and are from `shortest` to `longest` letters long. */
  wordsLike(letter: string, shortest: number, longest: number): Iterable<string>;
}
