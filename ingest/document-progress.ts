import type { Kysely } from 'kysely';
import { announced } from '../knowledge/documents/document-row.ts';
import type { Database } from '../stores/schema.ts';

export type Step = 'load' | 'split' | 'embed' | 'publish';

/** Where each step begins on the way from 0 to 1. */
const BEGINS: Record<Step, number> = { load: 0.05, split: 0.65, embed: 0.7, publish: 0.95 };
const ENDS: Record<Step, number> = { load: BEGINS.split, split: BEGINS.embed, embed: BEGINS.publish, publish: 1 };
/** A step's share is written this often at most. */
const SHARE_MS = 400;

export interface Work {
  documentId: string;
  version: number;
}

/** What a version shows whose work begins. */
export const AT_WORK = { status: 'processing', step: 'load', progress: BEGINS.load } as const;

/** Shows the steps of one version, {@link AT_WORK} until now; one that was replaced meanwhile shows nothing any more. */
export interface DocumentProgress {
  begin(step: Step): Promise<void>;
  /** How much of the step is done, 0 to 1; told now and then, never waited for. `pages`: how many the file has. */
  share(done: number, pages?: number): void;
  /** How long each step begun so far took, or takes. */
  seconds(): Partial<Record<Step, number>>;
}

export function createDocumentProgress(db: Kysely<Database>, { documentId, version }: Work): DocumentProgress {
  let step: Step = 'load';
  let next = performance.now() + SHARE_MS;
  let writing: Promise<unknown> | undefined;
  const took: Partial<Record<Step, number>> = {};
  let began = performance.now();
  const clock = () => {
    const now = performance.now();
    took[step] = (took[step] ?? 0) + (now - began) / 1000;
    began = now;
  };

  /** A file that is done in less than the time between two writings never shows what it goes through. */
  const share = (done: number, pages?: number) => {
    const now = performance.now();
    if (writing || now < next) return;
    next = now + SHARE_MS;
    const progress = BEGINS[step] + (ENDS[step] - BEGINS[step]) * Math.min(1, Math.max(0, done));
    writing = db
      .updateTable('documents')
      .where('id', '=', documentId)
      .where('version', '=', version)
      // The number of pages that a live version shows is its own.
      .set((eb) => ({
        step,
        progress,
        updated_at: new Date(),
        ...(pages !== undefined && {
          pages: eb.case().when('live_version', 'is', null).then(pages).else(eb.ref('pages')).end(),
        }),
      }))
      .returning(announced)
      .execute()
      .catch(() => undefined)
      .finally(() => {
        writing = undefined;
      });
  };

  return {
    seconds() {
      clock();
      return { ...took };
    },
    async begin(begun) {
      // What was told of the step before must not come after this.
      await writing;
      clock();
      step = begun;
      share(0);
      await writing;
    },
    share,
  };
}

/** The end of a version that cannot be read: what answered before it goes on answering. */
export async function showFailure(
  db: Kysely<Database>,
  { documentId, version }: Work,
  fault: { code: string; message: string },
): Promise<void> {
  await db
    .updateTable('documents')
    .set({ status: 'failed', step: null, error_code: fault.code, error: fault.message, updated_at: new Date() })
    .where('id', '=', documentId)
    .where('version', '=', version)
    .where('status', 'in', ['queued', 'processing'])
    .returning(announced)
    .execute();
}
