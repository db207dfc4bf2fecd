import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { ChunkRow } from '../retrieval/passage-store.ts';
import { embedCached } from './embedders/embed-cached.ts';
import type { Embedder } from './embedders/embedder.ts';
import { embeddingText } from './embedders/embedding-text.ts';
import { liveChunkIds, liveChunks } from './live-chunks.ts';
import { type VectorIndex, VectorsUnreachable } from './vector-index.ts';

export interface Fill {
  db: Kysely<Database>;
  index: VectorIndex;
  embedder: Embedder;
}

/** Puts the vectors of live rows into the index. */
export async function addVectors({ db, index, embedder }: Fill, rows: ChunkRow[]): Promise<void> {
  if (rows.length === 0) return;
  const vectors = await embedCached(
    db,
    embedder,
    rows.map((row) => ({ hash: row.content_hash, text: embeddingText(row) })),
  );
  await index.upsert(rows.map((row, at) => ({ id: row.id, vector: vectors[at] ?? [] })));
}

/** Ids in the index; an index that is not there yet has none. */
const idsIn = async (index: VectorIndex): Promise<Set<string>> => {
  try {
    return await index.ids();
  } catch (error) {
    if (!(error instanceof VectorsUnreachable)) throw error;
    // Makes it, or throws when it is out of reach indeed.
    await index.upsert([]);
    return index.ids();
  }
};

/**
 * Makes the index equal to the live chunks of PostgreSQL: what is missing is added, what is too much removed; what is
 * there is not computed again. `onProgress` hears how many of all are there; aborting leaves the rest for the next time.
 */
export async function fillIndex(
  fill: Fill,
  options: { onProgress?: (done: number, total: number) => Promise<void>; signal?: AbortSignal } = {},
): Promise<{ kept: number; added: number; removed: number }> {
  const there = await idsIn(fill.index);
  const live = await liveChunkIds(fill.db);
  const missing = [...live].filter((id) => !there.has(id));
  const extra = [...there].filter((id) => !live.has(id));
  let done = live.size - missing.length;
  for await (const rows of liveChunks(fill.db, missing)) {
    options.signal?.throwIfAborted();
    await options.onProgress?.(done, live.size);
    await addVectors(fill, rows);
    done += rows.length;
  }
  if (extra.length > 0) await fill.index.delete(extra);
  return { kept: there.size - extra.length, added: missing.length, removed: extra.length };
}
