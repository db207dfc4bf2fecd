import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { modelsInUse } from '../vectors/vector-places.ts';

const removed = (result: { numAffectedRows?: bigint }) => Number(result.numAffectedRows ?? 0n);

/**
 * Removes the rows of what was deleted: documents, pieces of versions that will never answer, vectors of texts that
 * are gone, and the marks of passages removed by an earlier purge's time, of which every process has heard since. A
 * full purge also removes what is kept for a model that is no longer used, in case it is chosen again.
 */
export async function removeLeftoverRows(
  db: Kysely<Database>,
  kind: 'full' | 'light',
): Promise<{ documents: number; passages: number; vectors: number }> {
  const pieces = await sql`
    delete from chunks c
    where c.source_kind = 'document' and not c.live and not c.deleted
      and not exists (
        select from documents d
        where d.id = c.source_id and d.deleted_at is null and d.version = c.version
          and d.status in ('queued', 'processing', 'review'))`.execute(db);
  const marks = await sql`
    delete from chunks
    where deleted and revision <= (
      select max(revision) from purges where state = 'done' and finished_at < now() - interval '1 day')`.execute(db);
  const documents = await sql`
    delete from documents
    where deleted_at is not null
      and (source <> 'seed' or exists (select from settings where key = 'knowledge_seeded'))`.execute(db);
  const vectors = await sql`
    delete from embeddings e
    where not exists (select from chunks c where c.content_hash = e.content_hash and not c.deleted)
      or ${kind === 'full'} and not e.model = any(${await modelsInUse(db)}::text[])`.execute(db);
  return { documents: removed(documents), passages: removed(pieces) + removed(marks), vectors: removed(vectors) };
}
