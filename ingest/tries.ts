import type { Kysely } from 'kysely';
import { announced, type DocumentRow } from '../knowledge/documents/document-row.ts';
import type { Database } from '../stores/schema.ts';
import { AT_WORK, type Work } from './document-progress.ts';

/** A file whose work broke this often is given up. */
export const MAX_TRIES = 3;
/**
 * A start that never came to an end was cut off with its whole process, which is hardly the file's fault: many are
 * allowed, but not without end, should a file bring the worker itself down.
 */
export const MAX_STARTS = 25;

/** Begins the work on a version: its row, or undefined when there is nothing to do any more. */
export const beginTry = (db: Kysely<Database>, { documentId, version }: Work): Promise<DocumentRow | undefined> =>
  db
    .updateTable('documents')
    .set((eb) => ({ ...AT_WORK, starts: eb('starts', '+', 1), updated_at: new Date() }))
    .where('id', '=', documentId)
    .where('version', '=', version)
    .where('deleted_at', 'is', null)
    .where('status', 'in', ['queued', 'processing'])
    .returningAll()
    .returning(announced)
    .executeTakeFirst();

/** The work ended by itself; `broke`: with an error that another try may spare. Resolves with the tries so far. */
export async function endTry(db: Kysely<Database>, { documentId, version }: Work, broke: boolean): Promise<number> {
  const row = await db
    .updateTable('documents')
    .set((eb) => ({
      starts: eb.fn('greatest', [eb('starts', '-', 1), eb.lit(0)]),
      tries: eb('tries', '+', broke ? 1 : 0),
    }))
    .where('id', '=', documentId)
    .where('version', '=', version)
    .returning('tries')
    .executeTakeFirst();
  return row?.tries ?? 0;
}

const ADVICE = 'Upload the file again; if that does not help, export it anew.';
export const GAVE_UP = {
  broke: { code: 'gave_up', message: `Processing broke off ${MAX_TRIES} times. ${ADVICE}` },
  gone: {
    code: 'file_gone',
    message:
      'The worker does not find the uploaded file. All processes need one KEFU_DATA_DIR; then upload the file again.',
  },
  cutOff: { code: 'gave_up', message: `The program ended ${MAX_STARTS} times while it worked on the file. ${ADVICE}` },
};
