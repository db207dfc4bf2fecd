import type { Kysely, Transaction } from 'kysely';
import { buryChunks, contentHash, putChunks } from '../../knowledge/sources/chunk-writer.ts';
import { changeKnowledge, nextRevision } from '../../knowledge/sources/knowledge-lock.ts';
import type { Database } from '../../stores/schema.ts';
import type { Piece } from './split.ts';

export interface Publication {
  documentId: string;
  version: number;
  title: string;
  audience: string;
  pages: number | null;
  pieces: Piece[];
}

/**
 * Writes the rows of a version, not live yet, in place of those that a broken-off run left. False: the version is
 * settled, was replaced or removed meanwhile, and nothing was written.
 */
export function writePieces(db: Kysely<Database>, publication: Publication): Promise<boolean> {
  const { documentId, version, title, audience, pieces } = publication;
  return db.transaction().execute(async (trx) => {
    const document = await lockDocument(trx, documentId);
    if (!document || document.version !== version || document.live_version === version) return false;
    await dropUnpublished(trx, documentId, version);
    await putChunks(
      trx,
      pieces.map((piece, ordinal) => ({
        id: `${documentId}-v${version}-${String(ordinal).padStart(5, '0')}`,
        source_kind: 'document',
        source_id: documentId,
        version,
        ordinal,
        title,
        ...piece,
        audience,
        content_hash: contentHash({ title, heading: piece.heading, text: piece.text, keywords: '' }),
        live: false,
      })),
    );
    return true;
  });
}

/** One switch: this version answers from now on, the others are gone. False: the document was removed or replaced meanwhile. */
export function publish(db: Kysely<Database>, publication: Publication): Promise<boolean> {
  const { documentId, version } = publication;
  return changeKnowledge(db, async (trx) => {
    const document = await lockDocument(trx, documentId);
    if (!document || document.version !== version) {
      await dropUnpublished(trx, documentId, version);
      return false;
    }
    await trx
      .updateTable('chunks')
      .set({ live: true, revision: nextRevision() })
      .where('source_kind', '=', 'document')
      .where('source_id', '=', documentId)
      .where('version', '=', version)
      .where('deleted', '=', false)
      .execute();
    await buryChunks(trx, { kind: 'document', sourceId: documentId, exceptVersion: version });
    await trx
      .updateTable('documents')
      .set({
        title: publication.title,
        status: 'ready',
        step: null,
        progress: 1,
        pages: publication.pages,
        chunk_count: publication.pieces.length,
        live_version: version,
        error: null,
        error_code: null,
        updated_at: new Date(),
      })
      .where('id', '=', documentId)
      .execute();
    return true;
  });
}

type Trx = Transaction<Database>;

const lockDocument = (trx: Trx, documentId: string) =>
  trx
    .selectFrom('documents')
    .select(['version', 'live_version'])
    .where('id', '=', documentId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

const dropUnpublished = (trx: Trx, documentId: string, version: number) =>
  trx
    .deleteFrom('chunks')
    .where('source_kind', '=', 'document')
    .where('source_id', '=', documentId)
    .where('version', '=', version)
    .where('live', '=', false)
    .where('deleted', '=', false)
    .execute();
