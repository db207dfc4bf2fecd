import { extname } from 'node:path';
import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import type { StoredFile } from '../ports.ts';
import type { DocumentFiles } from './document-files.ts';
import type { DocumentRow } from './document-row.ts';
import { oldFileName } from './old-versions.ts';

/** By the name, never by what an uploader claimed; what is not named here is only to be saved. */
const TYPES: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.markdown': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file of a version as it was handed in; not_found when it is not kept any more, or never was. */
export async function openStoredFile(
  { db, files }: { db: Kysely<Database>; files: DocumentFiles },
  row: DocumentRow,
  wanted: number | undefined,
): Promise<StoredFile> {
  const version = wanted ?? row.live_version ?? row.version;
  const newest = version === row.version ? row.file_name : await oldFileName(db, row.id, version);
  const fileName = version === row.live_version ? (row.live_file?.fileName ?? newest) : newest;
  const file = fileName ? await files.open(row.id, version, fileName) : undefined;
  if (!fileName || !file) throw notFound('file');
  return { fileName, mime: TYPES[extname(fileName).toLowerCase()] ?? 'application/octet-stream', ...file };
}
