import { type Kysely, sql } from 'kysely';
import { dropUnpublished, lockDocument } from '../../knowledge/documents/unpublished.ts';
import type { Database } from '../../stores/schema.ts';
import type { Reading } from '../reading/messages.ts';

export interface NewPieces {
  documentId: string;
  version: number;
  audience: string;
  reading: Reading;
}

/**
 * Writes the pieces of a version, not live yet, in place of those that a broken-off run left; a statement a segment,
 * whose text PostgreSQL alone reads. Revision 0: nobody who follows the chunks has to look at them before they are
 * published. False: the version is settled, was replaced or removed meanwhile, and nothing was written.
 */
export function writePieces(
  db: Kysely<Database>,
  { documentId, version, audience, reading }: NewPieces,
): Promise<boolean> {
  const { segments, ...read } = reading;
  return db.transaction().execute(async (trx) => {
    const document = await lockDocument(trx, documentId);
    if (!document || document.version !== version || document.live_version === version) return false;
    await dropUnpublished(trx, documentId, version);
    for (const segment of segments)
      await sql`
        insert into chunks (id, source_kind, source_id, version, ordinal, title, page, heading, text, language,
          audience, content_hash, clean_mark, live, revision)
        select ${documentId}::text || '-v' || ${version}::integer || '-'
            || lpad(ordinal::text, greatest(5, length(ordinal::text)), '0'),
          'document', ${documentId}, ${version}::integer, ordinal, ${read.title}, page, heading, text, language,
          ${audience}, content_hash, clean_mark, false, 0
        from json_to_recordset(${segment}::json)
          as piece (ordinal integer, page integer, heading text, text text, language text, content_hash text,
            clean_mark text)
      `.execute(trx);
    await trx
      .updateTable('documents')
      .set({ reading: JSON.stringify({ version, ...read }) })
      .where('id', '=', documentId)
      .execute();
    return true;
  });
}
