import type { Kysely } from 'kysely';
import type { Logger } from '../config/logger.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { Database } from '../stores/schema.ts';
import { createKnowledgeFeed } from './knowledge-feed.ts';
import { takeCensus } from './lexical/chunk-slices.ts';
import { touchedChunks } from './lexical/touched-chunks.ts';
import { buildFirst } from './live/build-first.ts';
import { compareIndex } from './live/compare-index.ts';
import { createGenerations, type IndexStatus, SMALL } from './live/generations.ts';
import type { SearchState } from './retrieval/search.ts';
import { createSharedRun } from './shared-run.ts';
import type { SnapshotKeeper } from './snapshot/snapshot-keeper.ts';
import type { Concept } from './text/lexicon.ts';

const CHECK_MS = 3_600_000;

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
  const { db, databaseUrl, notifications, logger, snapshots } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const warn = (message: string) => (error: unknown) => {
    if (!signal.aborted) logger.warn({ err: error }, message);
  };

  const [concepts, census] = await Promise.all([options.readConcepts(), takeCensus(db)]);
  const generations = await createGenerations({ db, databaseUrl, logger, signal, concepts, chunks: census.count });
  const feed = createKnowledgeFeed({
    ...{ db, notifications, logger, from: census.last },
    async onChange(rows) {
      await generations.tell(rows);
      if (generations.isScattered() || rows.some((row) => row.source_kind === 'product')) maintainQuietly();
    },
  });

  const maintenance = createSharedRun(async () => {
    await building;
    if (signal.aborted) return;
    const learnt = await options.readConcepts();
    const asBefore = JSON.stringify(learnt) === JSON.stringify(generations.current().concepts);
    const isSound = !generations.isDamaged() && !generations.isScattered();
    if (!isSound || !asBefore) await generations.renew(learnt, isSound);
  });
  const maintainQuietly = () => {
    maintenance.run().catch(warn('the index could not be built anew; the old one goes on'));
  };

  const check = async (): Promise<boolean> => {
    await building;
    return compareIndex({ db, generations, feed, logger, buildAnew: () => maintenance.run() });
  };
  const checkQuietly = (onDifference?: () => Promise<void>) => {
    check()
      .then((agreed) => (agreed ? undefined : onDifference?.()))
      .catch(warn('the index could not be compared with PostgreSQL'));
  };

  const building = buildFirst({
    ...{ db, generations, census, snapshots, logger, signal },
    onRestored: () => checkQuietly(snapshots?.drop),
  });
  if (census.count <= SMALL || databaseUrl === undefined) {
    await building;
    await feed.refresh();
  }
  const timer = setInterval(() => checkQuietly(), CHECK_MS);
  timer.unref();
  snapshots?.watch({
    version: () => (generations.isWhole() ? generations.version() : undefined),
    refresh: () => feed.refresh(),
    capture() {
      const { concepts, index } = generations.current();
      return generations.isWhole() ? { concepts, parts: index.parts(), position: feed.position() } : undefined;
    },
  });

  return {
    state: () => generations.current(),
    status: () => generations.status(),
    version: () => generations.version(),
    async refresh() {
      await feed.refresh();
      if (generations.current().index.size <= SMALL) await maintenance.settled();
    },
    position: () => feed.position(),
    follow: () => feed.refresh(),
    relearn: () => maintenance.run(),
    concepts: () => generations.current().concepts,
    touched: (changed, most) => touchedChunks(generations.current().index, changed, most),
    check,
    built: () => Promise.race([generations.filled(), building]),
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
