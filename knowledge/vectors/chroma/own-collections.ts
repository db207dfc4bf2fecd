import type { Logger } from '../../../config/logger.ts';
import type { ChromaHost } from '../../../stores/chroma-host.ts';
import type { EmbeddingModels } from '../embedders/embedding-models.ts';
import type { VectorIndex } from '../vector-index.ts';
import { collectionName, collectionPrefix, type VectorPlace } from '../vector-places.ts';
import { dropCollections } from './chroma-collections.ts';
import { createChromaIndex } from './chroma-index.ts';

/** The collections of one installation on its Chroma server. */
export interface OwnCollections {
  /** The collection of a place; `url`: on another server than the one that answers. */
  at(place: VectorPlace, url?: () => string): VectorIndex;
  /** Deletes all but one. A failure is logged: what is left over does no harm. */
  dropOthers(keep: VectorPlace): Promise<void>;
}

export function createOwnCollections(options: {
  host: Pick<ChromaHost, 'url'>;
  space: string;
  models: Pick<EmbeddingModels, 'local'>;
  logger: Logger;
}): OwnCollections {
  const { host, space, models, logger } = options;
  return {
    at(place, url = host.url) {
      const vectors = place.model === models.local.model ? 'built' : 'learned';
      return createChromaIndex({ url, name: collectionName(space, place), vectors });
    },
    dropOthers: (keep) =>
      dropCollections({ url: host.url(), prefix: collectionPrefix(space), keep: collectionName(space, keep) }).catch(
        (error: unknown) => logger.warn({ err: error }, 'vectors that are no longer used could not be deleted'),
      ),
  };
}
