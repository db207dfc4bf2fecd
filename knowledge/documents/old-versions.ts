import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { DocumentVersion } from '../ports.ts';
import type { DocumentRow } from './document-row.ts';

/** Of each document; the oldest beyond these go. */
const KEPT = 10;

const ofDocument = (db: Kysely<Database>, documentId: string) =>
  db.selectFrom('document_versions').where('document_id', '=', documentId).orderBy('version', 'desc');

/** Notes the version that answered until now, in the transaction that lets another take over. */
export async function keepOldVersion(trx: Transaction<Database>, before: DocumentRow): Promise<void> {
  const { id, live_version: version, live_file: file } = before;
  if (version === null || !file?.fileName) return;
  const row = {
    document_id: id,
    version,
    file_name: file.fileName,
    bytes: file.bytes,
    pages: file.pages,
    chunks: file.chunks,
    handed_by: file.by ?? null,
    published_at: before.synced_at,
  };
  await trx
    .insertInto('document_versions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .deleteFrom('document_versions')
    .where('document_id', '=', id)
    .where('version', 'not in', ofDocument(trx, id).select('version').limit(KEPT))
    .execute();
}

/** Numbers of the versions that answered once and whose files are kept. */
export const keptVersions = async (db: Kysely<Database>, documentId: string): Promise<number[]> =>
  (await ofDocument(db, documentId).select('version').execute()).map(({ version }) => version);

/** Versions that answered before the present one, the newest first; at most ten, of which each has its file. */
export async function listOldVersions(db: Kysely<Database>, documentId: string): Promise<DocumentVersion[]> {
  const rows = await ofDocument(db, documentId).selectAll().execute();
  return rows.map((row) => ({
    version: row.version,
    fileName: row.file_name,
    bytes: row.bytes,
    pages: row.pages,
    chunks: row.chunks,
    handedInBy: row.handed_by,
    publishedAt: row.published_at,
    replacedAt: row.replaced_at,
  }));
}

/** The name under which the file of an old version is kept. */
export const oldFileName = async (
  db: Kysely<Database>,
  documentId: string,
  version: number,
): Promise<string | undefined> =>
  (await ofDocument(db, documentId).select('file_name').where('version', '=', version).executeTakeFirst())?.file_name;
