import type { Language } from '../../stores/schema.ts';
import { createBm25 } from './bm25.ts';
import { docsWithAll, holds } from './docs-with-all.ts';
import { createGrowingSegment } from './growing-segment.ts';
import { idf } from './idf.ts';
import { openPackedSegment, type SegmentData } from './packed-segment.ts';
import type { ChunkTraits, IndexedChunk, Segment } from './segment.ts';

export type { IndexedChunk } from './segment.ts';

export interface Scored {
  id: string;
  score: number;
}

/** BM25 over chunks, in this process (Robertson and Zaragoza, 2009). */
export interface LexicalIndex {
  readonly size: number;
  has(id: string): boolean;
  get(id: string): IndexedChunk | undefined;
  /** What is known of a chunk's terms without its text; undefined where {@link has} is false. */
  termsOf(id: string): { has(term: string): boolean } | undefined;
  /** Replaces a chunk of the same id. Title and heading terms count as often as given: repeat them to boost. */
  add(chunk: IndexedChunk, terms: Iterable<string>): void;
  remove(id: string): void;
  /** Natural logarithm; a term that stands nowhere has the highest. */
  idf(term: string): number;
  /** In how many chunks a term stands; removed ones may still be counted until they are swept out. */
  frequency(term: string): number;
  search(
    query: ReadonlyMap<string, number>,
    options: { k: number; accept?: (chunk: ChunkTraits) => boolean },
  ): Scored[];
  /** What a chunk that is not in the index would score, measured by those that are. */
  scoreOf(query: ReadonlyMap<string, number>, chunk: { language: Language; terms: string[] }): number;
  /** Indexed words that begin with a letter and are from `shortest` to `longest` letters long. */
  wordsLike(letter: string, shortest: number, longest: number): Iterable<string>;
}

/** A lexical index whose bulk comes in segments, made elsewhere, while single chunks come and go. */
export interface SegmentedIndex extends LexicalIndex {
  /**
   * Adds a segment; chunks that were added or removed one by one meanwhile are newer than what it has of them, and so
   * are those in `outdated`.
   */
  attach(data: SegmentData, outdated?: ReadonlySet<string>): void;
  attached(): SegmentData[];
  /** Nothing more will be attached; `merged`, made of all {@link attached} segments, takes their place. */
  consolidate(merged?: SegmentData): void;
  /** Chunks in which all of the terms stand; undefined when they may be more than `most`. */
  idsWithAll(terms: readonly string[], most: number): string[] | undefined;
  /** Number of live chunks and the sum of their revisions: what PostgreSQL is compared with. */
  checksum(): { count: number; revisions: number };
  /** Documents that a rebuild would pack: added one by one, or removed from a segment. */
  readonly loose: number;
  /** What it is made of now. */
  parts(): IndexParts;
}

/** Segments with their removed documents (1 in `dead`), and ids of the chunks that were added one by one. */
export interface IndexParts {
  size: number;
  packed: Array<{ data: SegmentData; dead: Uint8Array }>;
  loose: string[];
}

export function createLexicalIndex(): SegmentedIndex {
  const growing = createGrowingSegment();
  let packed: Array<{ data: SegmentData; segment: Segment; dead: Uint8Array }> = [];
  let segments: Segment[] = [growing];
  /** Ids that were told one by one; undefined when no segment is awaited. */
  let told: Set<string> | undefined = new Set();
  let count = 0;
  let revisions = 0;
  let deadInPacked = 0;
  const bm25 = createBm25(() => segments);

  const locate = (id: string): { segment: Segment; doc: number } | undefined => {
    for (const segment of segments) {
      const doc = segment.find(id);
      if (doc >= 0) return { segment, doc };
    }
    return undefined;
  };
  const take = (segment: Segment, doc: number) => {
    const chunk = segment.chunkOf(doc);
    bm25.leave(chunk.language, segment.lengths[doc] ?? 0);
    count -= 1;
    revisions -= chunk.revision ?? 0;
    if (segment !== growing) deadInPacked += 1;
    segment.remove(doc);
  };
  const remove = (id: string) => {
    told?.add(id);
    const found = locate(id);
    if (found) take(found.segment, found.doc);
  };
  const frequency = (term: string) => Math.min(bm25.frequency(term), count);
  /** A term that no chunk has gets its weight all the same: a chunk that is only thought of may have it. */
  const weightsOf = (query: ReadonlyMap<string, number>): Array<[string, number]> =>
    [...query].map(([term, weight]) => [term, weight * idf(frequency(term), count)]);

  return {
    get size() {
      return count;
    },
    get loose() {
      return growing.docs + deadInPacked;
    },
    has: (id) => locate(id) !== undefined,
    get(id) {
      const found = locate(id);
      return found?.segment.chunkOf(found.doc);
    },
    termsOf(id) {
      const found = locate(id);
      if (!found) return undefined;
      const { segment, doc } = found;
      return {
        has(term) {
          const postings = segment.postings(term);
          return postings !== undefined && holds(postings, doc);
        },
      };
    },
    add(chunk, terms) {
      remove(chunk.id);
      growing.add(chunk, terms);
      count += 1;
      revisions += chunk.revision ?? 0;
      bm25.enter(chunk.language, growing.lengths[growing.docs - 1] ?? 0);
    },
    remove,
    frequency,
    idf: (term) => idf(frequency(term), count),
    search: (query, options) => bm25.search(weightsOf(query), options),
    scoreOf: (query, chunk) => bm25.scoreOf(weightsOf(query), chunk),
    *wordsLike(letter, shortest, longest) {
      for (const segment of segments) yield* segment.wordsLike(letter, shortest, longest);
    },
    attach(data, outdated) {
      const dead = new Uint8Array(data.lengths.length);
      const segment = openPackedSegment(data, dead);
      for (const newer of [told, outdated]) {
        for (const id of newer ?? []) {
          const doc = segment.find(id);
          if (doc < 0) continue;
          segment.remove(doc);
          deadInPacked += 1;
        }
      }
      for (let doc = 0; doc < segment.docs; doc++) {
        if (dead[doc] === 1) continue;
        count += 1;
        revisions += data.revisions[doc] ?? 0;
        bm25.enter(segment.languageOf(doc), data.lengths[doc] ?? 0);
      }
      packed.push({ data, segment, dead });
      segments = [growing, ...packed.map((one) => one.segment)];
    },
    attached: () => packed.map(({ data }) => data),
    parts() {
      const loose: string[] = [];
      for (let doc = 0; doc < growing.docs; doc++) if (!growing.isDead(doc)) loose.push(growing.chunkOf(doc).id);
      return { size: count, packed: packed.map(({ data, dead }) => ({ data, dead: dead.slice() })), loose };
    },
    consolidate(data) {
      told = undefined;
      if (!data) return;
      const dead = new Uint8Array(data.lengths.length);
      let base = 0;
      for (const one of packed) {
        dead.set(one.dead, base);
        base += one.dead.length;
      }
      packed = [{ data, segment: openPackedSegment(data, dead), dead }];
      segments = [growing, ...packed.map((one) => one.segment)];
    },
    idsWithAll(terms, most) {
      const frequencies = terms.map((term) => bm25.frequency(term));
      if (Math.min(...frequencies) > most) return undefined;
      return segments.flatMap((segment) => docsWithAll(segment, terms).map((doc) => segment.chunkOf(doc).id));
    },
    checksum: () => ({ count, revisions }),
  };
}
