import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { ChromaHost } from '../../stores/chroma-host.ts';
import type { Leadership } from '../../stores/leadership.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { createWordAdoption } from './adopt-words.ts';
import { createBuildVectors } from './build-vectors.ts';
import { createOwnCollections } from './chroma/own-collections.ts';
import type { EmbeddingModels } from './embedders/embedding-models.ts';
import { createGathered } from './gathered.ts';
import { createKeptVectors } from './kept-vectors.ts';
import { CHANGES } from './live-chunks.ts';
import { createProgress } from './progress.ts';
import { createStoreHealer } from './store-healer.ts';
import { createTaskLine } from './task-line.ts';
import { VectorsUnreachable } from './vector-index.ts';
import type { VectorPlaces } from './vector-places.ts';
import type { Vocabulary } from './vocabulary.ts';

const CHECK_MS = 15_000;
const RETRY_MS = 1_000;
/** Chroma commits once a request, which costs more than the vectors in it: the changes of many files go together. */
const GATHER = { first: 150, inStream: 1_500, streamMs: 2_000, enough: CHANGES };

/** Keeps the vectors equal to the live chunks of PostgreSQL: one does so for each Chroma server. */
export interface VectorKeeper {
  /** Resolves when the vectors of every change committed before the call are in place. */
  refresh(): Promise<void>;
  /** Compares, and repairs what is missing or too much. */
  check(): Promise<void>;
  /** Makes the collection anew from what is live, switches, and leaves no byte of the one before. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

export interface VectorKeeperOptions {
  db: Kysely<Database>;
  notifications: Notifications;
  logger: Logger;
  host: ChromaHost;
  /** Sets apart installations that share a Chroma server. */
  space: string;
  /** Names the Chroma server among those of one database. */
  server: string;
  places: VectorPlaces;
  models: EmbeddingModels;
  vocabulary: Vocabulary;
  leadership: Pick<Leadership, 'held'>;
  checkMs?: number;
}

/** Looks at the vectors on every change and from time to time, and has a Chroma that is at fault healed. */
export function createVectorKeeper(options: VectorKeeperOptions): VectorKeeper {
  const { logger, host, vocabulary, leadership } = options;
  const stop = new AbortController();
  const { signal } = stop;
  const line = createTaskLine();
  const progress = createProgress(options.places);
  const words = createWordAdoption({ ...options, progress, signal });
  const build = createBuildVectors({ progress, words, vocabulary, logger, signal });
  const vectors = createKeptVectors({ ...options, collections: createOwnCollections(options), words, build });
  const healer = createStoreHealer({ host, logger, renew: vectors.renew });

  const check = async (): Promise<void> => {
    if (!leadership.held() || signal.aborted) return;
    try {
      await vectors.compare();
      healer.isWell();
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof VectorsUnreachable))
        return logger.warn({ err: error }, 'vectors could not be compared; trying again');
      await healer.treat(error);
    }
  };

  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    if (signal.aborted) return;
    const faults = healer.faults();
    timer = setTimeout(tick, faults > 0 ? RETRY_MS * Math.min(faults, 15) : (options.checkMs ?? CHECK_MS));
    timer.unref();
  };
  const tick = () => void line.run(check).finally(later);
  const changes = createGathered(GATHER, () =>
    line.runOnce('follow', vectors.follow).catch((error: unknown) => {
      if (!signal.aborted) logger.debug({ err: error }, 'a change of the passages could not be followed');
      vectors.lose();
    }),
  );
  const unsubscribes = [
    options.notifications.subscribe('kefu_knowledge', (pieces) => changes.call(Number(pieces) || undefined)),
    options.notifications.subscribe('kefu_terms', () => {
      words.learn();
      void line.runOnce('words', check);
    }),
  ];
  // Beside the first build of the word index both would be late, and searches need that one first.
  vocabulary
    .ready()
    .catch(() => undefined)
    .then(tick);

  return {
    refresh: () => line.run(vectors.follow),
    check: () => line.run(check),
    rebuild: () => line.run(vectors.renew),
    async close() {
      stop.abort(new Error('the program is ending'));
      for (const unsubscribe of unsubscribes) unsubscribe();
      clearTimeout(timer);
      changes.close();
      await line.run(async () => undefined);
    },
  };
}
