import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import { createAtMost } from '../../config/at-most.ts';
import { badRequest, notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { EVERYBODY } from '../audiences.ts';
import { changeRow, recordChange } from '../changes/record-change.ts';
import type { Actor, DocumentService, HandedFile, NewDocument } from '../ports.ts';
import type { DocumentFiles } from './document-files.ts';
import { announced, type DocumentRow } from './document-row.ts';
import { dropUnpublished, lockDocument } from './unpublished.ts';

/** A new version starts from here, whatever became of the one before. */
export const FRESH = {
  status: 'queued',
  step: null,
  progress: 0,
  error: null,
  error_code: null,
  warnings: '[]',
  tries: 0,
  starts: 0,
  reading: null,
} as const;

interface Place {
  db: Kysely<Database>;
  files: DocumentFiles;
}

/** Of many files handed in at once so many are written down at a time: the others leave the database to those that are read. */
const WRITTEN_AT_ONCE = 4;
const atMost = createAtMost(WRITTEN_AT_ONCE);

/** The row and what the trail says of it, in one statement. */
const insert = (
  db: Kysely<Database>,
  values: Insertable<Database['documents']> & { id: string },
  by: Actor | undefined,
): Promise<DocumentRow> => {
  const change = changeRow({ by, action: 'created', kind: 'document', subjectId: values.id, title: values.title });
  return atMost(() =>
    db
      .with('document', (query) => query.insertInto('documents').values(values).returningAll().returning(announced))
      .with('change', (query) => query.insertInto('knowledge_changes').values(change))
      .selectFrom('document')
      .selectAll()
      .executeTakeFirstOrThrow(),
  );
};

/** Keeps the file and writes the row of a new document, queued. */
export async function handIn({ db, files }: Place, input: NewDocument): Promise<DocumentRow> {
  if (input.fileName.trim() === '') throw badRequest('invalid_file', 'The file has no name.');
  const id = randomUUID();
  const staged = await files.stage(input.bytes);
  await staged.keep(id, 1, input.fileName);
  const row = {
    id,
    title: input.title?.trim() || input.fileName,
    title_given: Boolean(input.title?.trim()),
    source: input.source,
    file_name: input.fileName,
    mime: input.mime ?? null,
    locale: input.locale ?? null,
    audience: input.audience ?? EVERYBODY,
    content_hash: staged.hash,
    bytes: staged.bytes,
    hold: input.review ?? false,
    updated_by: input.by?.name ?? null,
  };
  return insert(db, row, input.by);
}

/** Writes the row of a web page; a worker fetches it. */
export async function handInUrl(
  { db }: Pick<Place, 'db'>,
  input: Parameters<DocumentService['createFromUrl']>[0],
): Promise<DocumentRow> {
  const url = parseUrl(input.url);
  const row = {
    id: randomUUID(),
    title: input.title?.trim() || url.href,
    title_given: Boolean(input.title?.trim()),
    source: 'url' as const,
    url: url.href,
    locale: input.locale ?? null,
    audience: input.audience ?? EVERYBODY,
    updated_by: input.by?.name ?? null,
  };
  return insert(db, row, input.by);
}

/** Keeps the file beside the old one as the next version, queued. */
export async function handInReplacement(
  { db, files }: Place,
  input: { id: string; file: HandedFile; review: boolean; by: Actor | undefined },
): Promise<DocumentRow> {
  const { id, file, review, by } = input;
  const staged = await files.stage(file.bytes);
  try {
    return await db.transaction().execute(async (trx) => {
      // The row is locked while the file takes its place, so that two replacements at once get versions of their own.
      const before = await lockDocument(trx, id);
      if (!before) throw notFound('document');
      const version = before.version + 1;
      await staged.keep(id, version, file.fileName);
      if (before.status === 'review') await dropUnpublished(trx, id, before.version);
      const row = await trx
        .updateTable('documents')
        .set({
          ...FRESH,
          version,
          hold: review,
          file_name: file.fileName,
          mime: file.mime ?? null,
          content_hash: staged.hash,
          bytes: staged.bytes,
          updated_by: by?.name ?? null,
          updated_at: new Date(),
        })
        .where('id', '=', id)
        .returningAll()
        .returning(announced)
        .executeTakeFirstOrThrow();
      await recordChange(trx, { by, action: 'replaced', kind: 'document', subjectId: id, title: row.title });
      return row;
    });
  } finally {
    await staged.discard();
  }
}

function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password) return url;
  throw badRequest('invalid_url', 'The address must start with http:// or https:// and hold no password.');
}
