import { type Kysely, sql } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Actor, DocumentChange } from '../ports.ts';
import { changeKnowledge, nextRevision } from '../sources/knowledge-lock.ts';
import { announced, type DocumentRow } from './document-row.ts';
import { FRESH } from './hand-in.ts';
import { switchVersion } from './publish-version.ts';
import { dropUnpublished, lockDocument } from './unpublished.ts';

type Db = Kysely<Database>;

const underway = ({ status }: DocumentRow) => status === 'queued' || status === 'processing';
const busy = () => conflict('in_progress', 'The document is being read. Try again when it is ready.');
const nothingHeld = () => conflict('nothing_held', 'No version of this document is held for review.');

/** What a vector depends on, as contentHash computes it, for a row with another title. */
const hashWith = (title: string) => sql<string>`left(encode(sha256(
  convert_to(${title}, 'UTF8') || '\\x00'::bytea || convert_to(coalesce(heading, ''), 'UTF8') || '\\x00'::bytea ||
  convert_to(keywords, 'UTF8') || '\\x00'::bytea || convert_to(text, 'UTF8')), 'hex'), 32)`;

/** Title, language, audience: on the row and on every passage of it, also of a version that is held. */
export const changeDocument = (
  db: Db,
  input: { id: string; change: DocumentChange; by: Actor | undefined },
): Promise<DocumentRow> =>
  changeKnowledge(db, async (trx) => {
    const { id, by } = input;
    const before = await lockDocument(trx, id);
    if (!before) throw notFound('document');
    if (underway(before)) throw busy();
    const { title = before.title, locale = before.locale, audience = before.audience } = input.change;
    const row = await trx
      .updateTable('documents')
      .set({
        title,
        locale,
        audience,
        title_given: before.title_given || title !== before.title,
        reading: before.reading && JSON.stringify({ ...before.reading, title }),
        updated_by: by?.name ?? null,
        updated_at: new Date(),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (title !== before.title || audience !== before.audience)
      await trx
        .updateTable('chunks')
        .set((eb) => ({
          title,
          audience,
          content_hash: hashWith(title),
          revision: eb.case().when('live', '=', true).then(nextRevision()).else(eb.ref('revision')).end(),
        }))
        .where('source_kind', '=', 'document')
        .where('source_id', '=', id)
        .where('deleted', '=', false)
        .execute();
    await recordChange(trx, { by, action: 'updated', kind: 'document', subjectId: id, title });
    return row;
  });

/** Queues the newest version again: a file that failed as it is, a web page as a new version, fetched anew. */
export const retryDocument = (db: Db, input: { id: string; by: Actor | undefined }): Promise<DocumentRow> =>
  db.transaction().execute(async (trx) => {
    const { id, by } = input;
    const before = await lockDocument(trx, id);
    if (!before) throw notFound('document');
    if (underway(before)) throw busy();
    const again =
      before.source === 'url' ? { version: before.version + 1, file_name: null, mime: null, hold: false } : {};
    if (before.source !== 'url' && before.status !== 'failed')
      throw conflict('nothing_to_retry', 'The file was read without a fault. Hand in another one to replace it.');
    if (before.status === 'review') await dropUnpublished(trx, id, before.version);
    const row = await trx
      .updateTable('documents')
      .set({ ...FRESH, ...again, updated_by: by?.name ?? null, updated_at: new Date() })
      .where('id', '=', id)
      .returningAll()
      .returning(announced)
      .executeTakeFirstOrThrow();
    await recordChange(trx, { by, action: 'retried', kind: 'document', subjectId: id, title: row.title });
    return row;
  });

/** The held version answers from now on. */
export const publishHeld = (db: Db, input: { id: string; by: Actor | undefined }): Promise<DocumentRow> =>
  changeKnowledge(db, async (trx) => {
    const { id, by } = input;
    const before = await lockDocument(trx, id);
    if (!before) throw notFound('document');
    if (before.status !== 'review' || !(await switchVersion(trx, id, before.version))) throw nothingHeld();
    const row = await trx
      .updateTable('documents')
      .set({ updated_by: by?.name ?? null })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(trx, { by, action: 'published', kind: 'document', subjectId: id, title: row.title });
    return row;
  });

/** The held version is gone; the row tells of the one that answers again. Its number is not given a second time. */
export const discardHeld = (db: Db, input: { id: string; by: Actor | undefined }): Promise<DocumentRow> =>
  db.transaction().execute(async (trx) => {
    const { id, by } = input;
    const before = await lockDocument(trx, id);
    if (!before) throw notFound('document');
    if (before.status !== 'review') throw nothingHeld();
    if (before.live_version === null)
      throw conflict('nothing_answers', 'No version of this document answers yet. Publish it, or remove the document.');
    await dropUnpublished(trx, id, before.version);
    const live = before.live_file;
    const row = await trx
      .updateTable('documents')
      .set({
        ...FRESH,
        status: 'ready',
        progress: 1,
        hold: false,
        warnings: JSON.stringify(before.warnings),
        ...(live && {
          file_name: live.fileName,
          mime: live.mime,
          bytes: live.bytes,
          pages: live.pages,
          chunk_count: live.chunks,
        }),
        updated_at: new Date(),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(trx, { by, action: 'discarded', kind: 'document', subjectId: id, title: row.title });
    return row;
  });
