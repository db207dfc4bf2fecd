import type { Kysely } from 'kysely';
import { countOf } from '../stores/page-of.ts';
import type { Database } from '../stores/schema.ts';
import type { IngestQueue } from './queue.ts';

const BATCH = 1_000;

/**
 * Queues what PostgreSQL says is unfinished: rows whose job was lost, or never reached the queue. Nothing is lost
 * while the queue holds a job for each of them.
 */
export async function sweepDocuments(db: Kysely<Database>, queue: Pick<IngestQueue, 'add' | 'depth'>): Promise<void> {
  const open = db
    .selectFrom('documents')
    .where('deleted_at', 'is', null)
    .where('status', 'in', ['queued', 'processing']);
  const [count, { waiting, active }] = await Promise.all([countOf(open), queue.depth()]);
  if (count <= waiting + active) return;
  const rows = await open.select(['id', 'version', 'bytes']).orderBy('updated_at').limit(BATCH).execute();
  for (const { id, version, bytes } of rows)
    await queue.add({ name: 'ingest-document', data: { documentId: id, version } }, { bytes: bytes ?? 0, again: true });
}
