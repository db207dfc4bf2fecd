import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { DocumentView } from '../ports.ts';

export type DocumentRow = Selectable<Database['documents']>;

export function documentView(row: DocumentRow): DocumentView {
  // A held version shows its own figures: they are what a reviewer decides on.
  const held = row.status === 'review' ? row.reading : null;
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    progress: row.progress,
    step: row.step,
    pages: held?.pages ?? row.pages,
    chunks: held?.pieces ?? row.chunk_count,
    version: row.version,
    liveVersion: row.live_version,
    error: row.error_code ? { code: row.error_code, message: row.error ?? '' } : null,
    warnings: held?.warnings ?? row.warnings,
    source: row.source,
    url: row.url,
    locale: row.locale,
    audience: row.audience,
    fileName: row.file_name,
    bytes: row.bytes,
    updatedBy: row.updated_by,
    lastSyncedAt: row.synced_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The same as {@link announceDocument} for `returning` of a statement on the table of documents: one round trip less. */
export const announced = () => sql`pg_notify('kefu_documents', id::text)`.as('announced');

/** Tells the listeners of `kefu_documents` to look at a document again. */
export async function announceDocument(db: Kysely<Database>, documentId: string): Promise<void> {
  await sql`select pg_notify('kefu_documents', ${documentId})`.execute(db);
}
