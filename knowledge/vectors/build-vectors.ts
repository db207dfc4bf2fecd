import type { Logger } from '../../config/logger.ts';
import type { WordAdoption } from './adopt-words.ts';
import { type Fill, fillIndex } from './fill-index.ts';
import { lastRevision } from './live-chunks.ts';
import type { Progress } from './progress.ts';
import type { VectorPlace } from './vector-places.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Why vectors are made: some are missing, all are made anew, or another model's are made beside. */
export type BuildReason = 'repair' | 'rebuild' | 'model';

/** Fills the index of a place, shown as being built; resolves with the revision from which on changes are still to be told. */
export type BuildVectors = (place: VectorPlace, fill: Fill, about: BuildReason) => Promise<number>;

export const createBuildVectors =
  (options: {
    progress: Progress;
    words: Pick<WordAdoption, 'madeWith'>;
    vocabulary: Pick<Vocabulary, 'concepts'>;
    logger: Logger;
    signal: AbortSignal;
  }): BuildVectors =>
  async (place, fill, about) => {
    const { progress, words, logger, signal } = options;
    const { model, learned } = fill.embedder;
    const from = await lastRevision(fill.db);
    const concepts = options.vocabulary.concepts();
    const began = Date.now();
    const onProgress = about === 'repair' ? progress.ofRepair(model) : progress.of(model);
    try {
      const { kept, ...found } = await fillIndex(fill, { onProgress, signal });
      if (kept === 0 && !learned) await words.madeWith(place, concepts);
      if (found.added + found.removed > 0)
        logger.info({ ...found, about, model, ms: Date.now() - began }, 'vectors made from PostgreSQL');
    } finally {
      await progress.end();
    }
    return from;
  };
