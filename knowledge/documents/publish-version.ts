import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { buryChunks } from '../sources/chunk-writer.ts';
import { changeKnowledge, nextRevision } from '../sources/knowledge-lock.ts';
import { announced, type DocumentRow } from './document-row.ts';
import { keepOldVersion } from './old-versions.ts';
import { dropUnpublished, lockDocument } from './unpublished.ts';

/**
 * One switch: the version whose pieces are written answers from now on, the others are gone. False: the document was
 * removed or replaced meanwhile, or answers from this version already.
 */
export const publishVersion = (db: Kysely<Database>, documentId: string, version: number): Promise<boolean> =>
  changeKnowledge(db, (trx) => switchVersion(trx, documentId, version));

/** The switch itself, inside changeKnowledge. */
export async function switchVersion(trx: Transaction<Database>, documentId: string, version: number): Promise<boolean> {
  const document = await lockDocument(trx, documentId);
  const { reading } = document ?? {};
  if (!document || document.version !== version || reading?.version !== version) {
    await dropUnpublished(trx, documentId, version);
    return false;
  }
  if (document.live_version === version) return false;
  await trx
    .updateTable('chunks')
    .set({ live: true, revision: nextRevision() })
    .where('source_kind', '=', 'document')
    .where('source_id', '=', documentId)
    .where('version', '=', version)
    .where('deleted', '=', false)
    .execute();
  await letAnswer(trx, document, reading);
  return true;
}

/** What was read of a document's newest version answers from now on: its pieces are live, those of others go. */
export async function letAnswer(
  trx: Transaction<Database>,
  document: DocumentRow,
  reading: NonNullable<DocumentRow['reading']>,
): Promise<void> {
  const { id, version } = document;
  await keepOldVersion(trx, document);
  if (version > 1) await buryChunks(trx, { kind: 'document', sourceIds: [id], exceptVersion: version });
  await answering(trx, document, reading).execute();
}

/** The statement that has a document's row say that its newest version answers. */
export const answering = (
  db: Pick<Kysely<Database>, 'updateTable'>,
  document: DocumentRow,
  reading: NonNullable<DocumentRow['reading']>,
) => {
  const now = new Date();
  return db
    .updateTable('documents')
    .set({
      title: reading.title,
      status: 'ready',
      step: null,
      progress: 1,
      pages: reading.pages,
      chunk_count: reading.pieces,
      live_version: document.version,
      live_file: JSON.stringify({
        fileName: document.file_name,
        mime: document.mime,
        bytes: document.bytes,
        pages: reading.pages,
        chunks: reading.pieces,
        by: document.updated_by,
      }),
      warnings: JSON.stringify(reading.warnings),
      error: null,
      error_code: null,
      starts: 0,
      tries: 0,
      reading: null,
      hold: false,
      synced_at: now,
      updated_at: now,
    })
    .where('id', '=', document.id)
    .returning(announced);
};

/** Stops a built version before the switch; it waits as `review` until it is published or discarded. */
export async function holdVersion(db: Kysely<Database>, documentId: string, version: number): Promise<void> {
  await db
    .updateTable('documents')
    .set({ status: 'review', step: null, progress: 1, starts: 0, tries: 0, updated_at: new Date() })
    .where('id', '=', documentId)
    .where('version', '=', version)
    .where('status', '=', 'processing')
    .where('deleted_at', 'is', null)
    .returning(announced)
    .execute();
}
