import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { ChromaHost } from '../../stores/chroma-host.ts';
import type { Leadership } from '../../stores/leadership.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { createWordAdoption } from './adopt-words.ts';
import { dropCollections } from './chroma-collections.ts';
import { createChromaIndex } from './chroma-index.ts';
import type { Embedder } from './embedder.ts';
import type { EmbeddingModels } from './embedding-models.ts';
import { addVectors, type Fill, fillIndex } from './fill-index.ts';
import { findsItself } from './finds-itself.ts';
import { createGathered } from './gathered.ts';
import { changedChunks, countLiveChunks, lastRevision } from './live-chunks.ts';
import { createProgress } from './progress.ts';
import { createStoreHealer } from './store-healer.ts';
import { storedOnly } from './stored-only.ts';
import { createTaskLine } from './task-line.ts';
import { type VectorIndex, VectorsUnreachable } from './vector-index.ts';
import { collectionName, collectionPrefix, samePlace, type VectorPlace, type VectorPlaces } from './vector-places.ts';
import type { Vocabulary } from './vocabulary.ts';

const CHECK_MS = 15_000;
const RETRY_MS = 1_000;
const FULL_CHECK_MS = 3_600_000;
/** Chroma commits once a request, which costs more than the vectors in it: the changes of many files go together. */
const GATHER = { first: 150, inStream: 500, streamMs: 1_000 };

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

export function createVectorKeeper(options: VectorKeeperOptions): VectorKeeper {
  const { db, logger, host, space, places, models, vocabulary, leadership } = options;
  const stop = new AbortController();
  const line = createTaskLine();
  const progress = createProgress(places);
  const words = createWordAdoption({ ...options, progress, signal: stop.signal });
  let active: { place: VectorPlace; index: VectorIndex } | undefined;
  /** Changes up to this revision are in the active index; undefined until it was compared. */
  let seen: number | undefined;
  let lastFull = 0;
  let timer: NodeJS.Timeout | undefined;

  const indexAt = (place: VectorPlace, url = host.url) => {
    const vectors = place.model === models.local.model ? 'built' : 'learned';
    return createChromaIndex({ url, name: collectionName(space, place), vectors });
  };
  const placeOf = ({ model, dimensions }: Embedder, generation: number) => ({ model, dimensions, generation });
  const dropOthers = (keep: VectorPlace) =>
    dropCollections({ url: host.url(), prefix: collectionPrefix(space), keep: collectionName(space, keep) }).catch(
      (error: unknown) => logger.warn({ err: error }, 'vectors that are no longer used could not be deleted'),
    );

  /** Fills the index of a place, shown as being built; returns the revision from which on changes are still to be told. */
  const build = async (place: VectorPlace, fill: Fill, about: 'repair' | 'rebuild' | 'model') => {
    const from = await lastRevision(db);
    const concepts = vocabulary.concepts();
    const began = Date.now();
    const report = about === 'repair' ? progress.ofRepair(fill.embedder.model) : progress.of(fill.embedder.model);
    try {
      const { kept, ...found } = await fillIndex(fill, { onProgress: report, signal: stop.signal });
      if (kept === 0 && !fill.embedder.learned) await words.madeWith(place, concepts);
      if (found.added + found.removed > 0)
        logger.info(
          { ...found, about, model: fill.embedder.model, ms: Date.now() - began },
          'vectors made from PostgreSQL',
        );
    } finally {
      await progress.end();
    }
    return from;
  };

  const activeAt = (place: VectorPlace) => {
    if (!active || !samePlace(active.place, place)) {
      active = { place, index: indexAt(place) };
      seen = undefined;
    }
    return active.index;
  };

  /** What has changed since the last look goes into the active index. */
  const follow = async (): Promise<void> => {
    if (!leadership.held() || !active || seen === undefined) return;
    const embedder = models.find(active.place.model);
    if (!embedder) return;
    const fill = { db, index: active.index, embedder };
    for (;;) {
      const rows = await changedChunks(db, seen);
      const last = rows.at(-1);
      if (!last) return;
      await addVectors(
        fill,
        rows.filter((row) => row.live),
      );
      const gone = rows.filter((row) => !row.live).map((row) => row.id);
      if (gone.length > 0) await fill.index.delete(gone);
      seen = last.revision;
    }
  };

  /** Another model: its collection is made beside the one that answers, then all processes switch. */
  const move = async (place: VectorPlace, embedder: Embedder): Promise<VectorPlace> => {
    const target = placeOf(embedder, place.generation + 1);
    logger.info(
      { from: place.model, to: target.model },
      'the embedding model has changed; its vectors are made beside',
    );
    const index = indexAt(target);
    const from = await build(target, { db, index, embedder }, 'model');
    await places.write({ place: target, building: null });
    active = { place: target, index };
    seen = from;
    await dropOthers(target);
    logger.info({ model: target.model }, 'searches use the new embedding model');
    return target;
  };

  const openPlace = async (): Promise<VectorPlace> => {
    const { place, building } = await places.read();
    if (place) {
      // A build that a kill broke off is begun again, or not at all.
      if (building) await places.write({ place, building: null });
      return place;
    }
    const first = placeOf(models.wanted() ?? models.local, 1);
    await places.write({ place: first, building: null });
    return first;
  };

  const compare = async (): Promise<void> => {
    if (host.owner && !host.owner.intact()) throw new VectorsUnreachable('its files are gone');
    let place = active?.place ?? (await openPlace());
    const wanted = models.wanted();
    if (wanted && (wanted.model !== place.model || wanted.dimensions !== place.dimensions))
      place = await move(place, wanted);
    const embedder = models.find(place.model);
    if (!embedder) return;
    const index = activeAt(place);
    const fill = { db, index, embedder };
    if (seen !== undefined && Date.now() - lastFull < FULL_CHECK_MS) {
      await follow();
      await words.adopt(place, fill);
      if ((await index.count()) === (await countLiveChunks(db)) && (await findsItself(fill, seen))) return;
    }
    seen = await build(place, fill, 'repair');
    await words.adopt(place, fill);
    if (lastFull === 0) await dropOthers(place);
    lastFull = Date.now();
    if (!(await findsItself(fill, seen))) throw new VectorsUnreachable('the index does not find what is in it');
  };

  const renew = async (): Promise<void> => {
    if (!leadership.held()) throw new Error('another process keeps the vectors');
    const place = active?.place ?? (await openPlace());
    const embedder = models.find(place.model) ?? storedOnly(place);
    if (host.owner) {
      const beside = await host.owner.beside();
      try {
        seen = await build(place, { db, index: indexAt(place, () => beside.url), embedder }, 'rebuild');
      } catch (error) {
        await beside.drop();
        throw error;
      }
      await beside.take();
      active = { place, index: indexAt(place) };
    } else {
      const target = { ...place, generation: place.generation + 1 };
      const index = indexAt(target);
      seen = await build(target, { db, index, embedder }, 'rebuild');
      await places.write({ place: target, building: null });
      active = { place: target, index };
      await dropOthers(target);
    }
    lastFull = Date.now();
    await follow();
  };

  const healer = createStoreHealer({ host, logger, renew });

  const check = async (): Promise<void> => {
    if (!leadership.held() || stop.signal.aborted) return;
    try {
      await compare();
      healer.isWell();
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!(error instanceof VectorsUnreachable))
        return logger.warn({ err: error }, 'vectors could not be compared; trying again');
      await healer.treat(error);
    }
  };

  const later = () => {
    if (stop.signal.aborted) return;
    const faults = healer.faults();
    timer = setTimeout(tick, faults > 0 ? RETRY_MS * Math.min(faults, 15) : (options.checkMs ?? CHECK_MS));
    timer.unref();
  };
  const tick = () => void line.run(check).finally(later);
  const changes = createGathered(GATHER, () =>
    line.runOnce('follow', follow).catch((error: unknown) => {
      if (!stop.signal.aborted) logger.debug({ err: error }, 'a change of the passages could not be followed');
      seen = undefined;
    }),
  );
  const unsubscribes = [
    options.notifications.subscribe('kefu_knowledge', changes.call),
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
    refresh: () => line.run(follow),
    check: () => line.run(check),
    rebuild: () => line.run(renew),
    async close() {
      stop.abort(new Error('the program is ending'));
      for (const unsubscribe of unsubscribes) unsubscribe();
      clearTimeout(timer);
      changes.close();
      await line.run(async () => undefined);
    },
  };
}
