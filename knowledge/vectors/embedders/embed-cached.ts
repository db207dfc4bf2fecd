import type { Kysely } from 'kysely';
import type { Database } from '../../../stores/schema.ts';
import type { Embedder } from './embedder.ts';

/** Vectors in the order asked for. Those of a trained model are read from, and kept in, the embeddings table. */
export async function embedCached(
  db: Kysely<Database>,
  embedder: Embedder,
  items: Array<{ hash: string; text: string }>,
  signal?: AbortSignal,
): Promise<number[][]> {
  if (items.length === 0) return [];
  if (!embedder.learned)
    return embedder.embed(
      items.map((item) => item.text),
      signal,
    );
  const rows = await db
    .selectFrom('embeddings')
    .select(['content_hash', 'vector'])
    .where('model', '=', embedder.model)
    .where(
      'content_hash',
      'in',
      items.map((item) => item.hash),
    )
    .execute();
  const known = new Map(rows.map((row) => [row.content_hash, row.vector]));
  const unknown = [...new Map(items.filter((item) => !known.has(item.hash)).map((item) => [item.hash, item.text]))];
  if (unknown.length > 0) {
    const vectors = await embedder.embed(
      unknown.map(([, text]) => text),
      signal,
    );
    const fresh = unknown.map(([hash], i) => ({ content_hash: hash, model: embedder.model, vector: vectors[i] ?? [] }));
    await db
      .insertInto('embeddings')
      .values(fresh)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const row of fresh) known.set(row.content_hash, row.vector);
  }
  return items.map((item) => known.get(item.hash) ?? []);
}
