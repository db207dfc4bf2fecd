import { embedCached } from './embed-cached.ts';
import { embeddingText } from './embedding-text.ts';
import type { Fill } from './fill-index.ts';

/** Cosine from which on two vectors are one. */
const SAME = 0.99;
/** Of so many of the oldest or newest chunks one is tried. */
const AMONG = 50;

/**
 * A vector that is there must be found by itself: a damaged index counts right and answers wrong. Tries one chunk, by
 * chance, of those that are in the index up to a revision.
 */
export async function findsItself({ db, index, embedder }: Fill, upTo: number): Promise<boolean> {
  const row = await db
    .selectFrom('chunks')
    .selectAll()
    .where('live', '=', true)
    .where('revision', '<=', upTo)
    .orderBy('revision', Math.random() < 0.5 ? 'desc' : 'asc')
    .offset(Math.floor(Math.random() * AMONG))
    .limit(1)
    .executeTakeFirst();
  if (!row) return true;
  const [vector = []] = await embedCached(db, embedder, [{ hash: row.content_hash, text: embeddingText(row) }]);
  const [nearest] = await index.query(vector, 1, { patient: true });
  return nearest !== undefined && nearest.score > SAME;
}
