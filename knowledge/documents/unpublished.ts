import type { Transaction } from 'kysely';
import type { Database } from '../../stores/schema.ts';

type Trx = Transaction<Database>;

/** The row of a document that is there, held until the transaction ends. */
export const lockDocument = (trx: Trx, documentId: string) =>
  trx
    .selectFrom('documents')
    .selectAll()
    .where('id', '=', documentId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

/** Deletes the pieces of a version that never answered. */
export const dropUnpublished = (trx: Trx, documentId: string, version: number) =>
  trx
    .deleteFrom('chunks')
    .where('source_kind', '=', 'document')
    .where('source_id', '=', documentId)
    .where('version', '=', version)
    .where('live', '=', false)
    .where('deleted', '=', false)
    .execute();
