import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import type { DocumentService, DocumentView, IngestTrigger } from '../ports.ts';
import { buryChunks } from '../sources/chunk-writer.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import { changeDocument, discardHeld, publishHeld, retryDocument } from './change-document.ts';
import type { DocumentFiles } from './document-files.ts';
import { announceDocument, type DocumentRow, documentView } from './document-row.ts';
import { findDocument, listChunks, listDocuments } from './document-store.ts';
import { handIn, handInReplacement, handInUrl } from './hand-in.ts';
import { keptVersions, listOldVersions } from './old-versions.ts';
import { quoteSentence } from './quote-sentence.ts';
import { openStoredFile } from './stored-file.ts';
import { watchDocument } from './watch-document.ts';

/** `refresh` brings this process's index up to date before a removal returns. */
export function createDocumentService(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  files: DocumentFiles;
  trigger: IngestTrigger;
  refresh: () => Promise<void>;
  logger: Logger;
}): DocumentService {
  const { db, files, trigger, logger } = options;

  /** The row is the truth: a job that could not be queued is queued by the worker's sweep. */
  const enqueued = async (row: DocumentRow, again = false): Promise<DocumentView> => {
    const { id: documentId, version, bytes } = row;
    await trigger.ingest({ documentId, version }, { bytes: bytes ?? 0, again }).catch((error: unknown) => {
      logger.warn({ err: error, documentId }, 'the ingest queue is out of reach; the document waits for the sweep');
    });
    return documentView(row);
  };
  /** A change that took effect without a worker. */
  const settled = async (row: DocumentRow): Promise<DocumentView> => {
    await announceDocument(db, row.id);
    await options.refresh();
    return documentView(row);
  };
  const dropFiles = async (id: string, but?: { live: number; upTo: number }) => {
    const kept = but && { keep: [but.live, ...(await keptVersions(db, id))], upTo: but.upTo };
    await files.remove(id, kept).catch((error: unknown) => {
      logger.warn({ err: error, documentId: id }, 'files that are no longer needed could not be deleted');
    });
  };

  const get = async (id: string): Promise<DocumentView> => {
    const view = documentView(await findDocument(db, id));
    // Who reads "ready" may ask about it at once, and this process must know.
    if (view.status === 'ready') await options.refresh();
    return view;
  };

  return {
    get,
    create: async (input) => enqueued(await handIn({ db, files }, input)),
    createFromUrl: async (input) => enqueued(await handInUrl({ db }, input)),
    async replace(id, file, { review = false, by } = {}) {
      await findDocument(db, id);
      return enqueued(await handInReplacement({ db, files }, { id, file, review, by }));
    },
    change: async (id, change, by) => settled(await changeDocument(db, { id, change, by })),
    quote: async (id, choice, by) => settled(await quoteSentence(db, { id, choice, by })),
    retry: async (id, by) => enqueued(await retryDocument(db, { id, by }), true),
    async publish(id, by) {
      const row = await publishHeld(db, { id, by });
      await dropFiles(id, { live: row.version, upTo: row.version });
      return settled(row);
    },
    async discard(id, by) {
      const row = await discardHeld(db, { id, by });
      if (row.live_version !== null) await dropFiles(id, { live: row.live_version, upTo: row.version });
      return settled(row);
    },
    list: (query = {}) => listDocuments(db, query),
    async remove(id, by) {
      await changeKnowledge(db, async (trx) => {
        const gone = await trx
          .updateTable('documents')
          .set({ deleted_at: new Date(), updated_at: new Date() })
          .where('id', '=', id)
          .where('deleted_at', 'is', null)
          .returning(['id', 'title'])
          .executeTakeFirst();
        if (!gone) throw notFound('document');
        await buryChunks(trx, { kind: 'document', sourceIds: [id] });
        await recordChange(trx, { by, action: 'removed', kind: 'document', subjectId: id, title: gone.title });
      });
      await announceDocument(db, id);
      await options.refresh();
      await dropFiles(id);
    },
    watch: (id, signal) => watchDocument({ id, signal, get, notifications: options.notifications }),
    chunks: (id, query = {}) => listChunks(db, id, query),
    versions: async (id) => listOldVersions(db, (await findDocument(db, id)).id),
    file: async (id, version) => openStoredFile({ db, files }, await findDocument(db, id), version),
  };
}
