import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { timeLimit } from '../time-limit.ts';
import type { Retriever } from '../types.ts';

/** Searches of one request at most: documents that change faster are answered from as they were a moment ago. */
const TRIES = 3;
const WAIT_MS = 1_000;

/** The last revision that was drawn, perhaps by a change that is not committed yet. */
export const lastDrawnRevision = async (db: Kysely<Database>): Promise<number> => {
  const { rows } = await sql<{ last: number }>`select last_value as last from knowledge_revision`.execute(db);
  return Number(rows[0]?.last ?? 0);
};

/**
 * A retriever whose answers hold in every process from the moment a change is committed: a search in the middle of
 * which the knowledge changed, here or elsewhere, is done again. So what was removed is not found, and of two versions
 * of a document exactly one is. It costs one look at PostgreSQL a search.
 */
export function createCurrentRetriever(options: {
  inner: Retriever;
  /** The revision up to which the index of this process is complete. */
  position: () => number;
  /** Resolves when changes that are being taken in are in; never rejects. */
  settled: () => Promise<void>;
  /** Takes in all that is committed. */
  follow: () => Promise<void>;
  lastDrawn: () => Promise<number>;
}): Retriever {
  const { inner, position, settled, follow, lastDrawn } = options;
  const limited = (work: Promise<void>) => timeLimit(work, WAIT_MS, 'The index').catch(() => undefined);

  const heldSince = async (before: number): Promise<boolean> => {
    const last = await lastDrawn();
    if (last > position()) await limited(follow());
    return position() === before;
  };
  return {
    async search(request, signal) {
      for (let attempt = 1; ; attempt += 1) {
        await limited(settled());
        const before = position();
        const found = await inner.search(request, signal);
        if (attempt === TRIES || (await heldSince(before))) return found;
      }
    },
  };
}
