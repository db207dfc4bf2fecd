import { type Kysely, sql, type Transaction } from 'kysely';
import type { DocumentRow } from '../../knowledge/documents/document-row.ts';
import { letAnswer } from '../../knowledge/documents/publish-version.ts';
import { dropUnpublished, lockDocument } from '../../knowledge/documents/unpublished.ts';
import { changeKnowledge, nextRevision } from '../../knowledge/sources/knowledge-lock.ts';
import type { Database } from '../../stores/schema.ts';
import type { Reading } from '../reading/messages.ts';

export interface NewPieces {
  documentId: string;
  version: number;
  audience: string;
  reading: Reading;
}

/**
 * Inserts the pieces of a version in place of those that a broken-off run left; a statement a segment, whose text
 * PostgreSQL alone reads. Those that are not live have revision 0: nobody who follows the chunks has to look at them
 * before they are published. Undefined: the version is settled, was replaced or removed meanwhile; nothing was written.
 */
async function insertPieces(
  trx: Transaction<Database>,
  { documentId, version, audience, reading }: NewPieces,
  live: boolean,
): Promise<DocumentRow | undefined> {
  const document = await lockDocument(trx, documentId);
  if (!document || document.version !== version || document.live_version === version) return undefined;
  await dropUnpublished(trx, documentId, version);
  for (const segment of reading.segments)
    await sql`
      insert into chunks (id, source_kind, source_id, version, ordinal, title, page, heading, text, language,
        audience, content_hash, clean_mark, live, revision)
      select ${documentId}::text || '-v' || ${version}::integer || '-'
          || lpad(ordinal::text, greatest(5, length(ordinal::text)), '0'),
        'document', ${documentId}, ${version}::integer, ordinal, ${reading.title}, page, heading, text, language,
        ${audience}, content_hash, clean_mark, ${live}::boolean, ${live ? nextRevision() : sql`0`}
      from json_to_recordset(${segment}::json)
        as piece (ordinal integer, page integer, heading text, text text, language text, content_hash text,
          clean_mark text)
    `.execute(trx);
  return document;
}

const readingOf = ({ version, reading: { segments: _, ...read } }: NewPieces) => ({ version, ...read });

/** Writes the pieces of a version, not live yet. False: the version is of no use any more. */
export const writePieces = (db: Kysely<Database>, pieces: NewPieces): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    if (!(await insertPieces(trx, pieces, false))) return false;
    await trx
      .updateTable('documents')
      .set({ reading: JSON.stringify(readingOf(pieces)) })
      .where('id', '=', pieces.documentId)
      .execute();
    return true;
  });

/**
 * Writes the pieces of a version and lets it answer in one go, in half as many statements. Changes of knowledge wait
 * for each other meanwhile: for a reading of few pieces. False as {@link writePieces}.
 */
export const publishPieces = (db: Kysely<Database>, pieces: NewPieces): Promise<boolean> =>
  changeKnowledge(db, async (trx) => {
    const document = await insertPieces(trx, pieces, true);
    if (document) await letAnswer(trx, document, readingOf(pieces));
    return document !== undefined;
  });
