import type { ChunkRow } from '../retrieval/passage-store.ts';
import { embedCached } from './embed-cached.ts';
import { embeddingText } from './embedding-text.ts';
import type { Fill } from './fill-index.ts';

/** Cosine from which on two vectors are one. */
const SAME = 0.99;
/** Of so many of the oldest or newest chunks some are tried. */
const AMONG = 50;
/** One that is found suffices; of one that is not, others are asked, and most of them have to be found. */
const TRIED = 5;
/**
 * The nearest neighbour is looked for as widely as so many are: an index that is whole misses one of ten of 100,000
 * vectors when it is asked for one neighbour, and one of fifty when asked for these.
 */
const NEIGHBOURS = 500;

/** By chance, of those that are in the index up to a revision. */
async function someChunks(db: Fill['db'], upTo: number): Promise<ChunkRow[]> {
  const rows = await db
    .selectFrom('chunks')
    .selectAll()
    .where('live', '=', true)
    .where('revision', '<=', upTo)
    .orderBy('revision', Math.random() < 0.5 ? 'desc' : 'asc')
    .limit(AMONG)
    .execute();
  const from = Math.floor(Math.random() * rows.length);
  return [...rows.slice(from), ...rows.slice(0, from)].slice(0, TRIED);
}

/** A vector that is there must be found by itself: a damaged index counts right and answers wrong. */
export async function findsItself({ db, index, embedder }: Fill, upTo: number): Promise<boolean> {
  const isFound = async (row: ChunkRow): Promise<boolean> => {
    const [vector = []] = await embedCached(db, embedder, [{ hash: row.content_hash, text: embeddingText(row) }]);
    const [nearest] = await index.query(vector, NEIGHBOURS, { patient: true });
    return nearest !== undefined && nearest.score > SAME;
  };
  const [first, ...others] = await someChunks(db, upTo);
  if (!first || (await isFound(first))) return true;
  let found = 0;
  for (const row of others) if (await isFound(row)) found += 1;
  return found > others.length / 2;
}
