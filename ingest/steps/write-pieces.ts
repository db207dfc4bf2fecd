import { type Kysely, sql, type Transaction } from 'kysely';
import type { DocumentRow } from '../../knowledge/documents/document-row.ts';
import { answering, letAnswer } from '../../knowledge/documents/publish-version.ts';
import { dropUnpublished, lockDocument } from '../../knowledge/documents/unpublished.ts';
import { changeKnowledge, nextRevision, takeTurn } from '../../knowledge/sources/knowledge-lock.ts';
import type { Database } from '../../stores/schema.ts';
import type { Reading } from '../reading/messages.ts';

export interface NewPieces {
  documentId: string;
  version: number;
  audience: string;
  reading: Reading;
}

/** `among`: what the pieces are joined with, no rows of which let none be written. */
const insertSegment = (
  { documentId, version, audience, reading: { title } }: NewPieces,
  segment: string,
  live: boolean,
  among = sql``,
) => sql`
  insert into chunks (id, source_kind, source_id, version, ordinal, title, page, heading, text, language,
    audience, content_hash, clean_mark, live, revision)
  select ${documentId}::text || '-v' || ${version}::integer || '-'
      || lpad(ordinal::text, greatest(5, length(ordinal::text)), '0'),
    'document', ${documentId}, ${version}::integer, ordinal, ${title}, page, heading, text, language,
    ${audience}, content_hash, clean_mark, ${live}::boolean, ${live ? nextRevision() : sql`0`}
  from json_to_recordset(${segment}::json)
    as piece (ordinal integer, page integer, heading text, text text, language text, content_hash text,
      clean_mark text) ${among}`;

/**
 * Inserts the pieces of a version in place of those that a broken-off run left; a statement a segment, whose text
 * PostgreSQL alone reads. Those that are not live have revision 0: nobody who follows the chunks has to look at them
 * before they are published. Undefined: the version is settled, was replaced or removed meanwhile; nothing was written.
 */
async function insertPieces(
  trx: Transaction<Database>,
  pieces: NewPieces,
  live: boolean,
): Promise<DocumentRow | undefined> {
  const { documentId, version, reading } = pieces;
  const document = await lockDocument(trx, documentId);
  if (!document || document.version !== version || document.live_version === version) return undefined;
  await dropUnpublished(trx, documentId, version);
  for (const segment of reading.segments) await insertSegment(pieces, segment, live).execute(trx);
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
export const publishPieces = async (
  db: Kysely<Database>,
  pieces: NewPieces,
  document: DocumentRow,
): Promise<boolean> => {
  const [segment, ...others] = pieces.reading.segments;
  if (segment !== undefined && others.length === 0 && isUntouched(document))
    return publishAtOnce(db, pieces, document, segment);
  return changeKnowledge(db, async (trx) => {
    const locked = await insertPieces(trx, pieces, true);
    if (locked) await letAnswer(trx, locked, readingOf(pieces));
    return locked !== undefined;
  });
};

/** Nothing of it was written before, by a version or by a run that broke off. */
const isUntouched = ({ version, starts, tries }: DocumentRow) => version === 1 && starts === 1 && tries === 0;

/** All of {@link publishPieces} in one statement, for most files: each costs more than what it does. */
async function publishAtOnce(
  db: Kysely<Database>,
  pieces: NewPieces,
  document: DocumentRow,
  segment: string,
): Promise<boolean> {
  // The turn comes first: revisions are drawn, and the row is locked, by those alone whose turn it is.
  const row = sql<{ id: string }>`
    select documents.id from documents, turn
    where documents.id = ${document.id} and deleted_at is null and version = 1 and live_version is null
    for update of documents`;
  const answers = answering(db, document, readingOf(pieces)).where('id', 'in', sql<string>`(select id from document)`);
  const { rows } = await sql<{ id: string }>`
    with turn as materialized (${takeTurn(pieces.reading.pieces)}), document as materialized (${row}),
      written as (${insertSegment(pieces, segment, true, sql`cross join document`)}),
      answers as (${answers})
    select id from document`.execute(db);
  return rows.length > 0;
}
