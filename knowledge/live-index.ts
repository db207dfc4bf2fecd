import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Logger } from '../config/logger.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { Database } from '../stores/schema.ts';
import { createBreather } from './breather.ts';
import { createKnowledgeFeed } from './knowledge-feed.ts';
import { type ChunkCensus, readRows, type Slice, takeCensus, toIndexedChunk } from './lexical/chunk-slices.ts';
import { fillIndex } from './lexical/fill-index.ts';
import { indexTerms } from './lexical/index-terms.ts';
import { createLexicalIndex, type SegmentedIndex } from './lexical/lexical-index.ts';
import { changedConcepts, touchedChunks } from './lexical/touched-chunks.ts';
import { createPassageStore } from './retrieval/passage-store.ts';
import type { SearchState } from './retrieval/search.ts';
import { createSharedRun } from './shared-run.ts';
import type { SnapshotKeeper } from './snapshot/snapshot-keeper.ts';
import { createAnalyzer } from './text/analyzer.ts';
import { type Concept, learnLexicon } from './text/lexicon.ts';

/** Up to so many chunks the index is built before the start goes on: half a second at most. */
const SMALL = 3_000;
const CHECK_MS = 3_600_000;
const RETRY_MS = 2_000;
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

/** The lexical index of this process, kept equal to PostgreSQL. */
export interface LiveIndex {
  state(): SearchState;
  status(): IndexStatus;
  /** Another one whenever searches may find something else. */
  version(): string;
  /** Resolves when every change committed before the call can be found: of many chunks, once the index is built. */
  refresh(): Promise<void>;
  /** The revision up to which changes are in. */
  position(): number;
  /** Takes in all changes that are committed, without waiting for an index that is being built. */
  follow(): Promise<void>;
  /** Resolves when the words committed before the call are searched by. */
  relearn(): Promise<void>;
  /** The lexicon that it was made with. */
  concepts(): readonly Concept[];
  /** Chunks that may hold a word of the concepts; undefined when they are more than `most`, or can't be told. */
  touched(concepts: readonly Concept[], most: number): Set<string> | undefined;
  /** Compares the index with PostgreSQL and rebuilds it where they differ; resolves with whether they agreed. */
  check(): Promise<boolean>;
  /** Resolves when all chunks of the start can be found, or when the index is closed before. */
  built(): Promise<void>;
  close(): Promise<void>;
}

interface Generation extends SearchState {
  index: SegmentedIndex;
  concepts: Concept[];
  /** Counts the generations of this process. */
  number: number;
}

/**
 * Reads all live chunks and follows their changes. Few are indexed before it resolves; many in the background, by
 * other threads when `databaseUrl` is given. `readConcepts`: the whole lexicon as it is now.
 */
export async function createLiveIndex(options: {
  db: Kysely<Database>;
  databaseUrl: string | undefined;
  notifications: Notifications;
  logger: Logger;
  readConcepts: () => Promise<Concept[]>;
  /** Keeps the index on disk from one start to the next; closed with the index. */
  snapshots?: SnapshotKeeper;
}): Promise<LiveIndex> {
  const { db, databaseUrl, logger, snapshots } = options;
  const ending = new AbortController();

  let generations = 0;
  const open = async (concepts: Concept[]): Promise<Generation> => {
    const analyzer = createAnalyzer(await learnLexicon(concepts));
    const passages = createPassageStore({ db, analyzer: () => analyzer, size: () => current.index.size });
    generations += 1;
    return { concepts, number: generations, analyzer, index: createLexicalIndex(), passages, partial: true };
  };
  const [concepts, census] = await Promise.all([options.readConcepts(), takeCensus(db)]);
  let current: Generation = await open(concepts);
  /** Built beside the current one; both hear of changes. */
  let successor: Generation | undefined;
  let expected = census.count;

  const feed = createKnowledgeFeed({
    db,
    notifications: options.notifications,
    logger,
    from: census.last,
    async onChange(rows) {
      const breathe = createBreather();
      for (const row of rows) {
        const rest = breathe();
        if (rest) await rest;
        for (const generation of successor ? [current, successor] : [current]) {
          generation.passages.forget(row.id);
          if (row.live) generation.index.add(toIndexedChunk(row), indexTerms(row, generation.analyzer));
          else generation.index.remove(row.id);
        }
      }
      if (rows.some((row) => row.source_kind === 'product')) maintainQuietly();
      const { loose, size } = current.index;
      if (!current.partial && !successor && loose > LOOSE && loose > size * LOOSE_SHARE) maintainQuietly();
    },
  });

  const complete = Promise.withResolvers<void>();
  const fill = async (generation: Generation, range: Slice, mayUseWorkers: boolean) => {
    await fillIndex({
      index: generation.index,
      concepts: generation.concepts,
      range,
      db,
      ...(mayUseWorkers && databaseUrl !== undefined && { databaseUrl }),
      signal: ending.signal,
      onWorkerFailure: (error) => logger.warn({ err: error }, 'the index is built on the main thread'),
      onComplete() {
        generation.partial = false;
        complete.resolve();
      },
    });
  };

  /** Builds a second index beside the current one, which goes on answering, and lets it take over. */
  const rebuild = async (generation: Generation) => {
    successor = generation;
    try {
      // Read after the successor hears of changes: whatever comes later is told to it.
      const { count, last } = await takeCensus(db);
      await fill(generation, { after: 0, upTo: last }, count > SMALL);
      current = generation;
      expected = count;
    } finally {
      successor = undefined;
    }
  };

  /** The index is not as PostgreSQL and the lexicon have it. */
  let damaged = false;
  /**
   * Few chunks that hold a word of the change are indexed anew in place. False when they are many: then nothing was done.
   */
  const adopt = async (learnt: Generation): Promise<boolean> => {
    const touched = touchedChunks(current.index, changedConcepts(current.concepts, learnt.concepts), FEW_TOUCHED);
    if (!touched) return false;
    const { index } = current;
    // From here on changes are told with the new words.
    const next = { ...learnt, index, partial: false };
    current = next;
    // Only when all is done the old and the new words are not mixed.
    damaged = true;
    const ids = [...touched];
    for (let at = 0; at < ids.length; at += BATCH) {
      const rows = await readRows(db, ids.slice(at, at + BATCH));
      for (const row of rows) {
        // What was changed or removed meanwhile was told.
        if (index.get(row.id)?.revision === row.revision)
          index.add(toIndexedChunk(row), indexTerms(row, next.analyzer));
      }
    }
    damaged = false;
    return true;
  };

  const maintenance = createSharedRun(async () => {
    await building;
    if (ending.signal.aborted) return;
    const learnt = await options.readConcepts();
    const { loose, size } = current.index;
    const scattered = loose > LOOSE && loose > size * LOOSE_SHARE;
    const asBefore = JSON.stringify(learnt) === JSON.stringify(current.concepts);
    if (!damaged && !scattered && asBefore) return;
    const generation = await open(learnt);
    if (!damaged && !scattered && (await adopt(generation))) return;
    await rebuild(generation);
    damaged = false;
  });
  const maintainQuietly = () => {
    maintenance.run().catch((error: unknown) => {
      if (!ending.signal.aborted) logger.warn({ err: error }, 'the index could not be built anew; the old one goes on');
    });
  };

  const differs = ({ count, revisions }: ChunkCensus): boolean => {
    const there = current.index.checksum();
    return there.count !== count || there.revisions !== revisions;
  };
  const check = async (): Promise<boolean> => {
    await building;
    for (let tries = 0; tries < 3; tries++) {
      await feed.refresh();
      const position = feed.position();
      const there = await takeCensus(db);
      await feed.refresh();
      // Changed meanwhile: the two can't be compared.
      if (feed.position() !== position) continue;
      if (!differs(there)) return true;
      logger.warn(
        { chunks: there.count, indexed: current.index.size },
        'the index differs from PostgreSQL: built anew',
      );
      damaged = true;
      await maintenance.run();
      return false;
    }
    return true;
  };

  const checkQuietly = (onDifference?: () => Promise<void>) => {
    const checked = check().then((agreed) => (agreed ? undefined : onDifference?.()));
    checked.catch((error: unknown) => {
      if (!ending.signal.aborted) logger.warn({ err: error }, 'the index could not be compared with PostgreSQL');
    });
  };
  const version = () => {
    const { count, revisions } = current.index.checksum();
    return `${current.number} ${count} ${revisions}`;
  };
  const isWhole = () => !current.partial && !successor && !damaged;

  const buildFirst = async (): Promise<void> => {
    for (let from = census; !ending.signal.aborted; from = await takeCensus(db).catch(() => from)) {
      try {
        const restored = await snapshots?.restore(current.index, current.concepts, from.count);
        const few = (restored?.changed ?? from.count) <= SMALL;
        await fill(current, { after: restored?.position ?? 0, upTo: from.last }, !few);
        if (restored) checkQuietly(snapshots?.drop);
        return;
      } catch (error) {
        if (ending.signal.aborted) return;
        logger.warn({ err: error }, 'the index could not be built; trying again');
        await wait(RETRY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
        current = await open(current.concepts);
      }
    }
  };
  const building = buildFirst().finally(() => complete.resolve());
  if (census.count <= SMALL || databaseUrl === undefined) {
    await building;
    await feed.refresh();
  }
  const timer = setInterval(() => checkQuietly(), CHECK_MS);
  timer.unref();
  snapshots?.watch({
    version: () => (isWhole() ? version() : undefined),
    refresh: () => feed.refresh(),
    capture: () =>
      isWhole() ? { concepts: current.concepts, parts: current.index.parts(), position: feed.position() } : undefined,
  });

  return {
    state: () => current,
    status() {
      const chunks = current.index.size;
      if (current.partial) return { state: 'building', chunks, of: Math.max(expected, chunks) };
      return { state: successor ? 'rebuilding' : 'ready', chunks, of: chunks };
    },
    version,
    async refresh() {
      await feed.refresh();
      if (current.index.size <= SMALL) await maintenance.settled();
    },
    position: () => feed.position(),
    follow: () => feed.refresh(),
    relearn: () => maintenance.run(),
    concepts: () => current.concepts,
    touched: (changed, most) => touchedChunks(current.index, changed, most),
    check,
    built: () => complete.promise,
    async close() {
      ending.abort();
      clearInterval(timer);
      await building;
      await maintenance.settled();
      await snapshots?.close();
      await feed.close();
    },
  };
}
