import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { Database } from '../../stores/schema.ts';
import { changedConcepts } from '../lexical/touched-chunks.ts';
import type { Concept } from '../text/lexicon.ts';
import type { Fill } from './fill-index.ts';
import type { Progress } from './progress.ts';
import { reword } from './reword.ts';
import { collectionName, type VectorPlace } from './vector-places.ts';
import { createVectorWords } from './vector-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Keeps the built-in embedder's vectors to the words that this process knows. */
export interface WordAdoption {
  /** All vectors of a collection were just made with these words. */
  madeWith(place: VectorPlace, concepts: readonly Concept[]): Promise<void>;
  /** Makes those again that words taught or forgotten since have changed. */
  adopt(place: VectorPlace, fill: Fill): Promise<void>;
  /** Words were taught of which this process may not know yet. */
  learn(): void;
}

export function createWordAdoption(options: {
  db: Kysely<Database>;
  logger: Logger;
  space: string;
  server: string;
  vocabulary: Vocabulary;
  progress: Pick<Progress, 'of' | 'end'>;
  signal: AbortSignal;
}): WordAdoption {
  const { logger, space, vocabulary, progress, signal } = options;
  const words = createVectorWords(options);
  /** The collection and the words that it was last brought to. */
  let adopted: { collection: string; concepts: readonly Concept[] } | undefined;
  return {
    madeWith: (place, concepts) => words.write(collectionName(space, place), concepts),
    learn() {
      adopted = undefined;
    },
    async adopt(place, fill) {
      const collection = collectionName(space, place);
      if (fill.embedder.learned) return;
      if (adopted?.collection === collection && adopted.concepts === vocabulary.concepts()) return;
      await vocabulary.ready();
      const concepts = vocabulary.concepts();
      const before = await words.read(collection);
      const began = Date.now();
      try {
        const onProgress = progress.of(fill.embedder.model);
        const made = await reword(fill, { before, vocabulary, onProgress, signal });
        if (made > 0) logger.info({ made, ms: Date.now() - began }, 'vectors know the words that have changed');
      } finally {
        await progress.end();
      }
      if (!before || changedConcepts(before, concepts).length > 0) await words.write(collection, concepts);
      adopted = { collection, concepts };
    },
  };
}
