import { timeLimit } from '../time-limit.ts';
import type { EmbeddingModels } from './embedders/embedding-models.ts';
import type { VectorIndex } from './vector-index.ts';
import { createVectorLeg, type VectorLeg } from './vector-leg.ts';
import { samePlace, type VectorPlace, type VectorPlaces } from './vector-places.ts';

const READ_MS = 300;

/**
 * The leg over the collection that answers at present, asked with the model that made it. While that collection is
 * being refilled it throws: a part of the vectors would push the passages that have one to the front.
 */
export function createFollowingLeg(options: {
  places: Pick<VectorPlaces, 'state' | 'read'>;
  models: Pick<EmbeddingModels, 'find'>;
  indexAt: (place: VectorPlace) => Pick<VectorIndex, 'query'>;
}): VectorLeg {
  const { places, models } = options;
  let opened: { place: VectorPlace; index: Pick<VectorIndex, 'query'> } | undefined;

  const legOf = (place: VectorPlace | null): VectorLeg => {
    const embedder = place && models.find(place.model);
    if (!place || !embedder) throw new Error('no vectors can be searched');
    if (!opened || !samePlace(opened.place, place)) opened = { place, index: options.indexAt(place) };
    return createVectorLeg({ embedder, index: opened.index });
  };

  return {
    get learned() {
      const { place } = places.state();
      return place ? (models.find(place.model)?.learned ?? false) : false;
    },
    async search(question, k) {
      const { place, building } = places.state();
      if (building && !building.beside) throw new Error('the vectors are being refilled');
      try {
        return await legOf(place).search(question, k);
      } catch (error) {
        // The collection may have been given up for another a moment ago.
        const now = await timeLimit(places.read(), READ_MS, 'The place of the vectors');
        if (samePlace(now.place, place)) throw error;
        return legOf(now.place).search(question, k);
      }
    },
  };
}
