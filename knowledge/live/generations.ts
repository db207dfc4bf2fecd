import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { Database } from '../../stores/schema.ts';
import { createBreather } from '../breather.ts';
import { type ChunkCensus, readRows, type Slice, takeCensus, toIndexedChunk } from '../lexical/chunk-slices.ts';
import { fillIndex } from '../lexical/fill-index.ts';
import { indexTerms } from '../lexical/index-terms.ts';
import { createLexicalIndex, type SegmentedIndex } from '../lexical/lexical-index.ts';
import { changedConcepts, touchedChunks } from '../lexical/touched-chunks.ts';
import { type ChunkRow, createPassageStore } from '../retrieval/passage-store.ts';
import type { SearchState } from '../retrieval/search.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { type Concept, learnLexicon } from '../text/lexicon.ts';

/** Up to so many chunks an index is built in half a second at most. */
export const SMALL = 3_000;
/** Chunks that came one by one, or went, are packed anew once they are so many and this share of all. */
const LOOSE = 5_000;
const LOOSE_SHARE = 0.25;
/** A change of the lexicon that touches more chunks is worth a new index. */
const FEW_TOUCHED = 2_000;
const BATCH = 100;

export interface IndexStatus {
  /** building: searches see a part of the chunks. rebuilding: they see all, while a successor is made. */
  state: 'building' | 'rebuilding' | 'ready';
  /** Chunks that can be found, and in the end should be. */
  chunks: number;
  of: number;
}

/** An index with the words that it was made with. */
export interface Generation extends SearchState {
  index: SegmentedIndex;
  concepts: Concept[];
  /** Counts the generations of this process. */
  number: number;
}

/** The index that answers and, while one is made, its successor. */
export interface Generations {
  current(): Generation;
  status(): IndexStatus;
  /** Another one whenever searches may find something else. */
  version(): string;
  /** Whether all that PostgreSQL has can be found, and nothing is under way. */
  isWhole(): boolean;
  isDamaged(): boolean;
  /** The index is not as PostgreSQL has it. */
  markDamaged(): void;
  /** Whether so many chunks came one by one that all are better packed anew. */
  isScattered(): boolean;
  /** Whether the index that answers holds other chunks than PostgreSQL. */
  differs(there: ChunkCensus): boolean;
  /** Takes changed chunks into the index that answers and into its successor. */
  tell(rows: readonly ChunkRow[]): Promise<void>;
  /** Puts the chunks of a range into the index that answers; by other threads where they may be used. */
  fill(range: Slice, mayUseWorkers: boolean): Promise<void>;
  /** Resolves when the first index has all of its chunks. */
  filled(): Promise<void>;
  /** Begins anew with an empty index. */
  restart(): Promise<void>;
  /**
   * Searches by this lexicon from then on: where `inPlace` is true and few chunks hold a changed word, only these are
   * indexed anew; else a second index is built beside the one that answers, and takes over.
   */
  renew(concepts: Concept[], inPlace: boolean): Promise<void>;
}

export async function createGenerations(options: {
  db: Kysely<Database>;
  databaseUrl: string | undefined;
  logger: Logger;
  signal: AbortSignal;
  concepts: Concept[];
  /** How many chunks the first index should have in the end. */
  chunks: number;
}): Promise<Generations> {
  const { db, databaseUrl, logger, signal } = options;
  const firstFilled = Promise.withResolvers<void>();
  let opened = 0;
  let expected = options.chunks;
  let damaged = false;
  let successor: Generation | undefined;
  let current: Generation = await open(options.concepts);

  async function open(concepts: Concept[]): Promise<Generation> {
    const analyzer = createAnalyzer(await learnLexicon(concepts));
    const passages = createPassageStore({ db, analyzer: () => analyzer, size: () => current.index.size });
    opened += 1;
    return { concepts, number: opened, analyzer, index: createLexicalIndex(), passages, partial: true };
  }

  const fill = async (generation: Generation, range: Slice, mayUseWorkers: boolean) => {
    await fillIndex({
      index: generation.index,
      concepts: generation.concepts,
      range,
      db,
      ...(mayUseWorkers && databaseUrl !== undefined && { databaseUrl }),
      signal,
      onWorkerFailure: (error) => logger.warn({ err: error }, 'the index is built on the main thread'),
      onComplete() {
        generation.partial = false;
        firstFilled.resolve();
      },
    });
  };

  const rebuild = async (next: Generation) => {
    successor = next;
    try {
      // Read after the successor hears of changes: whatever comes later is told to it.
      const { count, last } = await takeCensus(db);
      await fill(next, { after: 0, upTo: last }, count > SMALL);
      current = next;
      expected = count;
      damaged = false;
    } finally {
      successor = undefined;
    }
  };

  /** False: many chunks hold a changed word, and nothing was done. */
  const adopt = async (learnt: Generation): Promise<boolean> => {
    const { index, concepts } = current;
    const touched = touchedChunks(index, changedConcepts(concepts, learnt.concepts), FEW_TOUCHED);
    if (!touched) return false;
    // From here on changes are told with the new words. Only when all is done the old and the new are not mixed.
    current = { ...learnt, index, partial: false };
    damaged = true;
    await indexAnew(db, current, [...touched]);
    damaged = false;
    return true;
  };

  const version = () => {
    const { count, revisions } = current.index.checksum();
    return `${current.number} ${count} ${revisions}`;
  };

  return {
    current: () => current,
    status() {
      const chunks = current.index.size;
      if (current.partial) return { state: 'building', chunks, of: Math.max(expected, chunks) };
      return { state: successor ? 'rebuilding' : 'ready', chunks, of: chunks };
    },
    version,
    isWhole: () => !current.partial && !successor && !damaged,
    isDamaged: () => damaged,
    markDamaged() {
      damaged = true;
    },
    isScattered() {
      const { loose, size } = current.index;
      return !current.partial && !successor && loose > LOOSE && loose > size * LOOSE_SHARE;
    },
    differs({ count, revisions }) {
      const here = current.index.checksum();
      return here.count !== count || here.revisions !== revisions;
    },
    async tell(rows) {
      const breathe = createBreather();
      for (const row of rows) {
        const rest = breathe();
        if (rest) await rest;
        for (const generation of successor ? [current, successor] : [current]) takeIn(generation, row);
      }
    },
    fill: (range, mayUseWorkers) => fill(current, range, mayUseWorkers),
    filled: () => firstFilled.promise,
    async restart() {
      current = await open(current.concepts);
    },
    async renew(concepts, inPlace) {
      const learnt = await open(concepts);
      if (!inPlace || !(await adopt(learnt))) await rebuild(learnt);
    },
  };
}

function takeIn({ index, analyzer, passages }: Generation, row: ChunkRow): void {
  passages.forget(row.id);
  if (row.live) index.add(toIndexedChunk(row), indexTerms(row, analyzer));
  else index.remove(row.id);
}

/** Indexes some chunks once more, with the words of the generation. */
async function indexAnew(db: Kysely<Database>, { index, analyzer }: Generation, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const row of await readRows(db, ids.slice(at, at + BATCH))) {
      // What was changed or removed meanwhile was told.
      if (index.get(row.id)?.revision === row.revision) index.add(toIndexedChunk(row), indexTerms(row, analyzer));
    }
  }
}
