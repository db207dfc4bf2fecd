import { pino } from 'pino';
import { createChromaIndex } from '../knowledge/vectors/chroma/chroma-index.ts';
import type { Embedder } from '../knowledge/vectors/embedders/embedder.ts';
import { createEmbeddingModels, type EmbeddingModels } from '../knowledge/vectors/embedders/embedding-models.ts';
import { createFollowingLeg } from '../knowledge/vectors/following-leg.ts';
import type { VectorIndex } from '../knowledge/vectors/vector-index.ts';
import { createVectorKeeper, type VectorKeeper } from '../knowledge/vectors/vector-keeper.ts';
import type { VectorLeg } from '../knowledge/vectors/vector-leg.ts';
import {
  collectionName,
  createVectorPlaces,
  type VectorPlace,
  type VectorPlaces,
} from '../knowledge/vectors/vector-places.ts';
import type { ChromaHost } from '../stores/chroma-host.ts';
import { createLeadership } from '../stores/leadership.ts';
import { createNotifications } from '../stores/notifications.ts';
import type { KnowledgeFixture } from './knowledge-fixture.ts';

const SPACE = 'test';

/** Vectors on a Chroma of one test, composed as in production. */
export interface VectorsFixture {
  places: VectorPlaces;
  keeper: VectorKeeper;
  indexAt(place: VectorPlace): VectorIndex;
  /** Vectors in the collection that answers. */
  count(): Promise<number>;
  close(): Promise<void>;
}

/** `leg` goes into the knowledge fixture, which `open` then needs; `named` is a model that `openModel` reaches. */
export function createVectorsFixture(options: {
  host: ChromaHost;
  named?: string;
  openModel?: (model: string) => Promise<Embedder>;
  patienceMs?: number;
  /** Between two comparisons with PostgreSQL; short, for tests that wait for one. */
  checkMs?: number;
}): { leg: VectorLeg; open(fixture: KnowledgeFixture): Promise<VectorsFixture> } {
  const { host } = options;
  const logger = pino({ level: 'silent' });
  let places: VectorPlaces | undefined;
  let models: EmbeddingModels | undefined;
  const none = { place: null, building: null };
  const indexAt = (place: VectorPlace) => createChromaIndex({ url: host.url, name: collectionName(SPACE, place) });
  const leg = createFollowingLeg({
    places: { state: () => places?.state() ?? none, read: async () => places?.read() ?? none },
    models: { find: (model) => models?.find(model) },
    indexAt,
  });
  return {
    leg,
    async open(fixture) {
      const { db, url } = fixture.database;
      const notifications = await createNotifications({ url, logger });
      const opened = await createVectorPlaces({ db, notifications });
      places = opened;
      models = await createEmbeddingModels({
        local: fixture.base.localEmbedder,
        named: options.named,
        open: options.openModel ?? (() => Promise.reject(new Error('no model'))),
        patienceMs: options.patienceMs,
        logger,
      });
      const leadership = await createLeadership({ url, task: 'vectors', logger });
      const { vocabulary } = fixture.base;
      const place = { host, space: SPACE, server: 'test', places: opened };
      const shared = { db, notifications, logger, ...place, models, vocabulary, leadership };
      const keeper = createVectorKeeper({ ...shared, checkMs: options.checkMs ?? 300 });
      return {
        places: opened,
        keeper,
        indexAt,
        async count() {
          const { place } = await opened.read();
          return place ? indexAt(place).count() : 0;
        },
        async close() {
          await keeper.close();
          await leadership.close();
          models?.close();
          opened.close();
          await notifications.close();
        },
      };
    },
  };
}
