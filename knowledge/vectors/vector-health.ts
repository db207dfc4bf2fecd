import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { countLiveChunks } from './live-chunks.ts';
import type { VectorIndex } from './vector-index.ts';
import type { VectorPlace, VectorPlaces } from './vector-places.ts';

/** How the vectors stand against PostgreSQL. */
export interface VectorHealth {
  state: 'up' | 'repairing';
  model: string | null;
  /** Live passages without a vector, and vectors without a live passage. */
  missing: number;
  surplus: number;
  /** Vectors being made: `beside` those that answer, or in their place. */
  building: { model: string; beside: boolean; done: number; total: number } | null;
}

/** Compares the collection that answers with PostgreSQL by number; throws when either is out of reach. */
export async function vectorHealth(options: {
  db: Kysely<Database>;
  places: Pick<VectorPlaces, 'read'>;
  indexAt: (place: VectorPlace) => Pick<VectorIndex, 'count'>;
}): Promise<VectorHealth> {
  const { place, building } = await options.places.read();
  const live = await countLiveChunks(options.db);
  const there = place ? await options.indexAt(place).count() : 0;
  const repairing = there !== live || building?.beside === false;
  return {
    state: repairing ? 'repairing' : 'up',
    model: place?.model ?? null,
    missing: Math.max(0, live - there),
    surplus: Math.max(0, there - live),
    building,
  };
}
