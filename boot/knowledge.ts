import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { createChromaIndex } from '../knowledge/vectors/chroma/chroma-index.ts';
import type { Embedder } from '../knowledge/vectors/embedders/embedder.ts';
import { createEmbeddingModels, type EmbeddingModels } from '../knowledge/vectors/embedders/embedding-models.ts';
import { createOpenAIEmbedder } from '../knowledge/vectors/embedders/openai-embedder.ts';
import {
  createTransformersEmbedder,
  loadTransformers,
  localModelName,
} from '../knowledge/vectors/embedders/transformers-embedder.ts';
import { createFollowingLeg } from '../knowledge/vectors/following-leg.ts';
import type { VectorIndex } from '../knowledge/vectors/vector-index.ts';
import {
  collectionName,
  createVectorPlaces,
  type VectorPlace,
  type VectorPlaces,
} from '../knowledge/vectors/vector-places.ts';
import type { ChromaHost } from '../stores/chroma-host.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { installationId } from '../stores/installation-id.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { Owned } from './owned.ts';

/** Where the vectors are, and in which collection. */
export interface Vectors {
  host: ChromaHost;
  /** Sets apart installations that share a Chroma server. */
  space: string;
  /** Names the Chroma server among those of one database. */
  server: string;
  places: VectorPlaces;
  indexAt(place: VectorPlace): VectorIndex;
}

/** The searchable knowledge and its vectors; no vectors without Chroma. */
export interface Knowledge {
  base: KnowledgeBase;
  models: EmbeddingModels;
  vectors: Vectors | undefined;
}

const openModel = (settings: Settings) => (embeddingModel: string) => {
  const { model, localEmbeddingModel } = settings;
  if (localEmbeddingModel !== undefined && embeddingModel === localModelName(localEmbeddingModel))
    return createTransformersEmbedder({ model: localEmbeddingModel });
  if (!model) throw new Error(`no server of models is configured that could have ${embeddingModel}`);
  return createOpenAIEmbedder({ ...model, embeddingModel });
};

export async function openKnowledge(options: {
  settings: Settings;
  logger: Logger;
  database: DatabaseHandle;
  notifications: Notifications;
  chroma: ChromaHost | undefined;
  owned: Owned;
}): Promise<Knowledge> {
  const { settings, logger, database, notifications, chroma: host, owned } = options;
  const { db } = database;
  if (settings.localEmbeddingModel !== undefined) await loadTransformers();
  const vectors = host && (await openVectors({ db, notifications, host, dataDir: settings.dataDir }));
  if (vectors) owned.add('place of the vectors', vectors.places.close);

  // The built-in embedder needs the words that the knowledge base learns, the base a leg that may use the embedder.
  let models: EmbeddingModels | undefined;
  const base = await createKnowledgeBase({
    db,
    databaseUrl: database.url,
    notifications,
    logger,
    snapshots: { folder: join(settings.dataDir, 'lexical'), restMs: settings.restMs },
    ...(vectors && {
      vectors: () => createFollowingLeg({ ...vectors, models: { find: (model) => models?.find(model) } }),
    }),
  });
  owned.add('knowledge', base.close);
  models = await createEmbeddingModels({
    local: base.localEmbedder,
    named:
      settings.localEmbeddingModel === undefined
        ? settings.model?.embeddingModel
        : localModelName(settings.localEmbeddingModel),
    open: async (model): Promise<Embedder> => openModel(settings)(model),
    logger,
  });
  owned.add('embedding models', models.close);
  return { base, models, vectors };
}

async function openVectors(options: {
  db: DatabaseHandle['db'];
  notifications: Notifications;
  host: ChromaHost;
  dataDir: string;
}): Promise<Vectors> {
  const { db, notifications, host, dataDir } = options;
  const space = await installationId(db);
  const owner = host.owner && Buffer.from(`${hostname()}:${dataDir}`).toString('hex');
  const places = await createVectorPlaces({ db, notifications, owner });
  return {
    host,
    space,
    server: owner ?? 'shared',
    places,
    indexAt: (place) => createChromaIndex({ url: host.url, name: collectionName(space, place) }),
  };
}
