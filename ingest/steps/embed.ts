import type { Kysely } from 'kysely';
import { embedCached } from '../../knowledge/vectors/embedders/embed-cached.ts';
import type { Embedder } from '../../knowledge/vectors/embedders/embedder.ts';
import { embeddingText } from '../../knowledge/vectors/embedders/embedding-text.ts';
import type { Database } from '../../stores/schema.ts';

const BATCH = 64;

/**
 * Makes the vectors of a version before it answers, with a trained model: they are kept by content, so that only what
 * is new is sent to it, also after a run that broke off. `onBatch` hears the share that is done.
 */
export async function embedPieces(options: {
  db: Kysely<Database>;
  embedder: Embedder;
  documentId: string;
  version: number;
  signal: AbortSignal;
  onBatch: (share: number) => void;
}): Promise<void> {
  const { db, embedder, documentId, version, signal, onBatch } = options;
  if (!embedder.learned) return;
  const missing = await db
    .selectFrom('chunks')
    .select(['id', 'content_hash'])
    .where('source_kind', '=', 'document')
    .where('source_id', '=', documentId)
    .where('version', '=', version)
    .where('deleted', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('embeddings')
            .select('embeddings.model')
            .where('model', '=', embedder.model)
            .whereRef('embeddings.content_hash', '=', 'chunks.content_hash'),
        ),
      ),
    )
    .orderBy('ordinal')
    .execute();
  for (let i = 0; i < missing.length; i += BATCH) {
    const ids = missing.slice(i, i + BATCH).map(({ id }) => id);
    const rows = await db.selectFrom('chunks').selectAll().where('id', 'in', ids).execute();
    const items = rows.map((row) => ({ hash: row.content_hash, text: embeddingText(row) }));
    await embedCached(db, embedder, items, signal);
    onBatch(Math.min(1, (i + BATCH) / missing.length));
  }
}
