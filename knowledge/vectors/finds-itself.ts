import type { ChunkRow } from '../retrieval/passage-store.ts';
import { embedCached } from './embedders/embed-cached.ts';
import { embeddingText } from './embedders/embedding-text.ts';
import type { Fill } from './fill-index.ts';

/** Of so many of the oldest, and of the newest, one is tried by chance. */
const AMONG = 50;

/** One of the first chunks in that order of those that are in the index up to a revision; none of an empty one. */
async function oneOf(db: Fill['db'], upTo: number, order: 'asc' | 'desc'): Promise<ChunkRow[]> {
  const rows = await db
    .selectFrom('chunks')
    .selectAll()
    .where('live', '=', true)
    .where('revision', '<=', upTo)
    .orderBy('revision', order)
    .limit(AMONG)
    .execute();
  const at = Math.floor(Math.random() * rows.length);
  return rows.slice(at, at + 1);
}

/**
 * A damaged index counts right and answers wrong: each vector that is tried must be what it was made as. Whether a
 * search finds it says less: a whole graph of 100,000 does not lead to half of the texts that are unlike all others.
 */
export async function findsItself({ db, index, embedder }: Fill, upTo: number): Promise<boolean> {
  for (const order of ['asc', 'desc'] as const)
    for (const row of await oneOf(db, upTo, order)) {
      const [vector = []] = await embedCached(db, embedder, [{ hash: row.content_hash, text: embeddingText(row) }]);
      if (!(await index.holds({ id: row.id, vector }))) return false;
    }
  return true;
}
