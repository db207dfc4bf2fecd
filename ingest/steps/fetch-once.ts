import type { DocumentRow } from '../../knowledge/documents/document-row.ts';
import type { IngestContext } from '../handlers/context.ts';
import { fetchUrl } from './fetch-url.ts';

/** A web page is fetched once and then worked on like an uploaded file. */
export async function fetchOnce(
  { db, files, reach }: Pick<IngestContext, 'db' | 'files' | 'reach'>,
  document: DocumentRow,
): Promise<DocumentRow> {
  if (!document.url || document.file_name) return document;
  const page = await fetchUrl(document.url, reach);
  const staged = await files.stage(page.bytes);
  await staged.keep(document.id, document.version, page.fileName);
  return db
    .updateTable('documents')
    .set({ file_name: page.fileName, mime: page.mime, content_hash: staged.hash, bytes: staged.bytes })
    .where('id', '=', document.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
