import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Embedder } from '../knowledge/vectors/embedder.ts';
import { createOpenAIEmbedder } from '../knowledge/vectors/openai-embedder.ts';
import { createChromaVectorIndex, type VectorIndex } from '../knowledge/vectors/vector-index.ts';
import { createVectorLeg } from '../knowledge/vectors/vector-leg.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { installationId } from '../stores/installation-id.ts';
import type { Notifications } from '../stores/notifications.ts';

/** The searchable knowledge, and where its vectors are kept; no vectors without Chroma. */
export interface Knowledge {
  base: KnowledgeBase;
  vectors: VectorIndex | undefined;
  /** Makes the vectors. */
  embedder: Embedder;
}

/** The embedding model of the settings; undefined (the built-in embedder) without one, or when it is out of reach. */
async function openRemoteEmbedder(settings: Settings, logger: Logger): Promise<Embedder | undefined> {
  const { model } = settings;
  if (!model?.embeddingModel) return undefined;
  try {
    return await createOpenAIEmbedder({ ...model, embeddingModel: model.embeddingModel });
  } catch (error) {
    logger.warn({ err: error }, 'the embedding model is out of reach: the built-in embedder is used until a restart');
    return undefined;
  }
}

export async function openKnowledge(options: {
  settings: Settings;
  logger: Logger;
  database: DatabaseHandle;
  notifications: Notifications;
  chromaUrl: string | undefined;
}): Promise<Knowledge> {
  const { settings, logger, database, notifications, chromaUrl } = options;
  const { db } = database;
  const [embedder, space] = await Promise.all([openRemoteEmbedder(settings, logger), installationId(db)]);
  let vectors: VectorIndex | undefined;
  const base = await createKnowledgeBase({
    db,
    databaseUrl: database.url,
    notifications,
    logger,
    ...(chromaUrl && {
      vectors: (localEmbedder) => {
        const used = embedder ?? localEmbedder;
        vectors = createChromaVectorIndex({ url: chromaUrl, model: used.model, dimensions: used.dimensions, space });
        return createVectorLeg({ embedder: used, index: vectors });
      },
    }),
  });
  return { base, vectors, embedder: embedder ?? base.localEmbedder };
}
