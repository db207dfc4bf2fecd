import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { ChromaHost } from '../../stores/chroma-host.ts';
import type { Leadership } from '../../stores/leadership.ts';
import type { Database } from '../../stores/schema.ts';
import type { WordAdoption } from './adopt-words.ts';
import type { BuildVectors } from './build-vectors.ts';
import type { OwnCollections } from './chroma/own-collections.ts';
import type { Embedder } from './embedders/embedder.ts';
import type { EmbeddingModels } from './embedders/embedding-models.ts';
import { storedOnly } from './embedders/stored-only.ts';
import { findsItself } from './finds-itself.ts';
import { followChanges } from './follow-changes.ts';
import { countLiveChunks } from './live-chunks.ts';
import { type VectorIndex, VectorsUnreachable } from './vector-index.ts';
import { samePlace, type VectorPlace, type VectorPlaces } from './vector-places.ts';

const FULL_CHECK_MS = 3_600_000;

/** The vectors that answer, and how far they have followed PostgreSQL. One call at a time. */
export interface KeptVectors {
  /** What has changed since the last look goes in, where this process keeps the vectors and has compared them. */
  follow(): Promise<void>;
  /** Nothing is known of them until they are compared again. */
  lose(): void;
  /** Compares, moves to the model that is wanted, and repairs what is missing or too much. */
  compare(): Promise<void>;
  /** Makes the collection anew from what is live and switches; no byte of the one before is left. */
  renew(): Promise<void>;
}

export function createKeptVectors(options: {
  db: Kysely<Database>;
  logger: Logger;
  host: ChromaHost;
  places: VectorPlaces;
  models: EmbeddingModels;
  leadership: Pick<Leadership, 'held'>;
  collections: OwnCollections;
  words: Pick<WordAdoption, 'adopt'>;
  build: BuildVectors;
}): KeptVectors {
  const { db, logger, host, places, models, leadership, collections, words, build } = options;
  let active: { place: VectorPlace; index: VectorIndex } | undefined;
  /** Changes up to this revision are in the active index; undefined until it was compared. */
  let seen: number | undefined;
  let lastFull = 0;

  const follow = async (): Promise<void> => {
    if (!leadership.held() || !active || seen === undefined) return;
    const embedder = models.find(active.place.model);
    if (embedder) seen = await followChanges({ db, index: active.index, embedder }, seen);
  };

  const activeAt = (place: VectorPlace): VectorIndex => {
    if (!active || !samePlace(active.place, place)) {
      active = { place, index: collections.at(place) };
      seen = undefined;
    }
    return active.index;
  };

  /** Makes a collection beside the one that answers; then all processes switch. */
  const buildBeside = async (target: VectorPlace, embedder: Embedder, about: 'model' | 'rebuild') => {
    const index = collections.at(target);
    const from = await build(target, { db, index, embedder }, about);
    await places.write({ place: target, building: null });
    active = { place: target, index };
    seen = from;
    await collections.dropOthers(target);
  };

  const move = async (place: VectorPlace, embedder: Embedder): Promise<VectorPlace> => {
    const target = placeOf(embedder, place.generation + 1);
    const change = { from: place.model, to: target.model };
    logger.info(change, 'the embedding model has changed; its vectors are made beside');
    await buildBeside(target, embedder, 'model');
    logger.info({ model: target.model }, 'searches use the new embedding model');
    return target;
  };

  const openPlace = async (): Promise<VectorPlace> => {
    const { place, building } = await places.read();
    const opened = place ?? placeOf(models.wanted() ?? models.local, 1);
    // A build that a kill broke off is begun again, or not at all.
    if (!place || building) await places.write({ place: opened, building: null });
    return opened;
  };

  return {
    follow,
    lose() {
      seen = undefined;
    },
    async compare() {
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
      if (lastFull === 0) await collections.dropOthers(place);
      lastFull = Date.now();
      if (!(await findsItself(fill, seen))) throw new VectorsUnreachable('the index does not find what is in it');
    },
    async renew() {
      if (!leadership.held()) throw new Error('another process keeps the vectors');
      const place = active?.place ?? (await openPlace());
      const embedder = models.find(place.model) ?? storedOnly(place);
      if (host.owner) {
        const beside = await host.owner.beside();
        try {
          seen = await build(place, { db, index: collections.at(place, () => beside.url), embedder }, 'rebuild');
        } catch (error) {
          await beside.drop();
          throw error;
        }
        await beside.take();
        active = { place, index: collections.at(place) };
      } else await buildBeside({ ...place, generation: place.generation + 1 }, embedder, 'rebuild');
      lastFull = Date.now();
      await follow();
    },
  };
}

const placeOf = ({ model, dimensions }: Embedder, generation: number): VectorPlace => ({
  model,
  dimensions,
  generation,
});
