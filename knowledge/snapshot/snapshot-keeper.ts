import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import { installationId } from '../../stores/installation-id.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { compactIndex } from '../lexical/compact-index.ts';
import type { IndexParts, SegmentedIndex } from '../lexical/lexical-index.ts';
import { purgeMark } from '../purge/purge-mark.ts';
import { PURGE_CHANNEL } from '../purge/purge-service.ts';
import type { Concept } from '../text/lexicon.ts';
import { analysisKey, analysisProgram } from './analysis-key.ts';
import { changedSince } from './changed-since.ts';
import { readSnapshot, removeDrafts, removeSnapshot, writeSnapshot } from './snapshot-file.ts';

/** Up to so many chunks an index is made in half a second. */
const LEAST = 3_000;
/** How long nothing may have changed before a snapshot is written; a busy index is not waited for longer than the second. */
const REST_MS = 60_000;
const BUSY_MS = 600_000;
/** After a write, or one that failed. */
const PAUSE_MS = 600_000;
/** Fewer changes are read from PostgreSQL at the next start: that costs less than writing all anew. */
const MANY_CHANGES = 1_000;

export interface SnapshotOptions {
  /** A folder of its own. */
  folder: string;
  /** Up to how many chunks there is none (for tests), and how long nothing may have changed before one is written. */
  least?: number;
  restMs?: number | undefined;
}

/** An index as it is at one moment. */
export interface IndexCapture {
  concepts: Concept[];
  parts: IndexParts;
  /** The revision up to which changes are in. */
  position: number;
}

/** The index that snapshots are made of. */
export interface SnapshotSource {
  /** Another one whenever the index changed; undefined while it is not whole. */
  version(): string | undefined;
  /** Resolves when every change committed before the call is in. */
  refresh(): Promise<void>;
  capture(): IndexCapture | undefined;
}

/** Keeps a copy of the index on disk, from which the next start goes on; no text that a purge removed stays in it. */
export interface SnapshotKeeper {
  /**
   * Attaches what the copy has, without chunks that changed since. Resolves with the revision that it was made at and
   * the number of changes since; undefined where there is none, or none of this index.
   */
  restore(
    index: SegmentedIndex,
    concepts: Concept[],
    chunks: number,
  ): Promise<{ position: number; changed: number } | undefined>;
  /** Writes copies from now on, some time after changes. */
  watch(source: SnapshotSource): void;
  /** Removes the copy from the disk; another one is written later. */
  drop(): Promise<void>;
  close(): Promise<void>;
}

export function createSnapshotKeeper(
  options: SnapshotOptions & {
    db: Kysely<Database>;
    databaseUrl: string;
    notifications: Notifications;
    logger: Logger;
  },
): SnapshotKeeper {
  const { db, databaseUrl, folder, logger } = options;
  const least = options.least ?? LEAST;
  const restMs = options.restMs ?? REST_MS;
  const ending = new AbortController();
  let program: Promise<string> | undefined;
  /** Read when a copy is read or written: small knowledge bases have none. */
  const keyOf = async (concepts: readonly Concept[]) => {
    program ??= analysisProgram();
    return analysisKey(await program, concepts);
  };
  /** What the copy was made of, as far as this process knows. */
  let onDisk: { concepts: Concept[]; position: number } | undefined;
  let stopWriting = new AbortController();
  let writing: Promise<void> = Promise.resolve();
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const drop = async () => {
    stopWriting.abort();
    stopWriting = new AbortController();
    await writing;
    onDisk = undefined;
    pausedUntil = 0;
    await removeSnapshot(folder);
  };
  /** For a purge that runs elsewhere, and a file of another process that shares the folder. */
  const dropPurged = async () => {
    const purge = await purgeMark(db);
    let purged = false;
    await readSnapshot(folder, (header) => {
      purged = header.purge !== purge;
      return 'only looked at';
    });
    if (purged) await drop();
  };

  const write = async (source: SnapshotSource): Promise<void> => {
    const began = performance.now();
    const signal = AbortSignal.any([stopWriting.signal, ending.signal]);
    // The mark first, then what was deleted before it: a purge that begins later changes the mark.
    const purge = await purgeMark(db);
    await source.refresh();
    const captured = source.capture();
    if (!captured || signal.aborted) return;
    const { concepts, position } = captured;
    const data = await compactIndex({ parts: captured.parts, concepts, databaseUrl, signal });
    const analysis = await keyOf(concepts);
    const installation = await installationId(db);
    const bytes = await writeSnapshot(folder, data, { installation, analysis, purge, position }, signal);
    onDisk = { concepts, position };
    if (purge !== (await purgeMark(db))) {
      onDisk = undefined;
      pausedUntil = 0;
      await removeSnapshot(folder);
      return;
    }
    const ms = Math.round(performance.now() - began);
    logger.info({ chunks: data.lengths.length, bytes, ms }, 'the index has a snapshot on disk');
  };

  const isOld = (captured: IndexCapture): boolean =>
    !onDisk || onDisk.concepts !== captured.concepts || captured.position - onDisk.position > MANY_CHANGES;
  const writeIfOld = async (source: SnapshotSource) => {
    const captured = source.capture();
    if (!captured || ending.signal.aborted) return;
    if (captured.parts.size <= least) {
      if (onDisk) await drop();
    } else if (isOld(captured) && performance.now() >= pausedUntil) {
      const { signal } = stopWriting;
      pausedUntil = performance.now() + PAUSE_MS;
      writing = write(source).catch((error: unknown) => {
        if (!signal.aborted && !ending.signal.aborted)
          logger.warn({ err: error }, 'the index could not be kept on disk; it is tried again');
      });
      await writing;
    }
  };
  const quietly = (work: () => Promise<void>) => {
    work().catch((error: unknown) => {
      if (!ending.signal.aborted) logger.warn({ err: error }, 'the snapshot of the index could not be looked after');
    });
  };
  const unsubscribe = options.notifications.subscribe(PURGE_CHANNEL, () => quietly(dropPurged));

  return {
    async restore(index, concepts, chunks) {
      const began = performance.now();
      if (chunks <= least) {
        await removeSnapshot(folder);
        return undefined;
      }
      await removeDrafts(folder);
      const [installation, purge, analysis] = [await installationId(db), await purgeMark(db), await keyOf(concepts)];
      const found = await readSnapshot(folder, (header) => {
        if (header.installation !== installation) return 'it is of another installation';
        if (header.analysis !== analysis) return 'words or the program have changed';
        if (header.purge !== purge) return 'a purge has begun since';
        return undefined;
      });
      if (!found) return undefined;
      if ('reason' in found) {
        logger.info({ reason: found.reason }, 'the snapshot of the index is of no use and is removed');
        await removeSnapshot(folder);
        return undefined;
      }
      const { position } = found.header;
      const changed = await changedSince(db, position);
      index.attach(found.data, changed);
      onDisk = { concepts, position };
      const ms = Math.round(performance.now() - began);
      logger.info({ chunks: found.data.lengths.length, changed: changed.size, ms }, 'the index was read from disk');
      return { position, changed: changed.size };
    },
    watch(source) {
      let seen: string | undefined;
      let at = performance.now();
      let busy = false;
      const look = async () => {
        await dropPurged();
        const version = source.version();
        const rests = version !== undefined && version === seen;
        seen = version;
        if (!rests && performance.now() - at <= BUSY_MS) return;
        at = performance.now();
        await writeIfOld(source);
      };
      timer = setInterval(() => {
        if (busy) return;
        busy = true;
        quietly(() =>
          look().finally(() => {
            busy = false;
          }),
        );
      }, restMs);
      timer.unref();
    },
    drop,
    async close() {
      ending.abort();
      clearInterval(timer);
      unsubscribe();
      await writing;
    },
  };
}
