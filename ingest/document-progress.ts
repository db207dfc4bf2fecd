import type { Kysely } from 'kysely';
import { announceDocument } from '../knowledge/documents/document-row.ts';
import type { Database } from '../stores/schema.ts';

export type Step = 'load' | 'split' | 'embed' | 'publish';

/** Where each step begins on the way from 0 to 1. */
const BEGINS: Record<Step, number> = { load: 0.05, split: 0.5, embed: 0.6, publish: 0.95 };

/** Shows the step that a version has reached; a version that was replaced meanwhile shows nothing any more. */
export async function showStep(
  db: Kysely<Database>,
  document: { documentId: string; version: number },
  step: Step,
): Promise<void> {
  await db
    .updateTable('documents')
    .set({ status: 'processing', step, progress: BEGINS[step], updated_at: new Date() })
    .where('id', '=', document.documentId)
    .where('version', '=', document.version)
    .execute();
  await announceDocument(db, document.documentId);
}

/** The end of a version that cannot be read: what answered before it goes on answering. */
export async function showFailure(
  db: Kysely<Database>,
  document: { documentId: string; version: number },
  fault: { code: string; message: string },
): Promise<void> {
  await db
    .updateTable('documents')
    .set({ status: 'failed', step: null, error_code: fault.code, error: fault.message, updated_at: new Date() })
    .where('id', '=', document.documentId)
    .where('version', '=', document.version)
    .execute();
  await announceDocument(db, document.documentId);
}
