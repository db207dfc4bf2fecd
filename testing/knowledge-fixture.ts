import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createIngestQueue, type IngestQueue } from '../ingest/queue.ts';
import { createReaders, type Readers } from '../ingest/reading/readers.ts';
import type { Reach } from '../ingest/steps/fetch-url.ts';
import { createIngestWorker } from '../ingest/worker.ts';
import { createDocumentFiles } from '../knowledge/documents/document-files.ts';
import { createDocumentService } from '../knowledge/documents/document-service.ts';
import { createFaqService } from '../knowledge/faqs/faq-service.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DocumentService, DocumentView, FaqService } from '../knowledge/ports.ts';
import type { Embedder } from '../knowledge/vectors/embedders/embedder.ts';
import type { VectorLeg } from '../knowledge/vectors/vector-leg.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { installationId } from '../stores/installation-id.ts';
import { createNotifications } from '../stores/notifications.ts';
import { withTestDatabase } from './postgres.ts';

/** Database, queue, worker and services of one test file, composed as in production. */
export interface KnowledgeFixture {
  database: DatabaseHandle;
  dataDir: string;
  base: KnowledgeBase;
  documents: DocumentService;
  faqs: FaqService;
  queue: IngestQueue;
  /** The document once it is ready or failed. */
  settled(id: string): Promise<DocumentView>;
  close(): Promise<void>;
}

export async function openKnowledgeFixture(
  options: {
    redisUrl?: string;
    reach?: Reach;
    vectors?: (localEmbedder: Embedder) => VectorLeg;
    /** False: nobody works on what is handed in. */
    worker?: boolean;
    /** Of the caller, who closes them. */
    readers?: Readers;
  } = {},
): Promise<KnowledgeFixture> {
  const logger = pino({ level: 'silent' });
  const database = await withTestDatabase();
  const { db } = database;
  const dataDir = await mkdtemp(join(tmpdir(), 'kefu-knowledge-'));
  const notifications = await createNotifications({ url: database.url, logger });
  const place = { databaseUrl: database.url, redisUrl: options.redisUrl, space: await installationId(db) };
  const queue = await createIngestQueue({ ...place, logger });
  const base = await createKnowledgeBase({
    db,
    databaseUrl: database.url,
    notifications,
    logger,
    vectors: options.vectors,
  });
  const files = createDocumentFiles(dataDir);
  const refresh = () => base.refresh();
  const readers = options.readers ?? createReaders({ size: 2 });
  const context = { db, files, readers, embedder: () => base.localEmbedder, logger, reach: options.reach };
  const worker =
    options.worker === false ? undefined : createIngestWorker({ ...place, context, queue, logger, concurrency: 6 });
  const documents = createDocumentService({
    db,
    notifications,
    files,
    logger,
    refresh,
    trigger: { ingest: (data, about) => queue.add({ name: 'ingest-document', data }, about) },
  });
  return {
    database,
    dataDir,
    base,
    documents,
    faqs: createFaqService({ db, base }),
    queue,
    async settled(id) {
      let last: DocumentView | undefined;
      for await (const view of documents.watch(id, AbortSignal.timeout(30_000))) last = view;
      if (!last) throw new Error(`Document ${id} never showed a state.`);
      return last;
    },
    async close() {
      await worker?.close();
      if (!options.readers) await readers.close();
      await queue.close();
      await base.close();
      await notifications.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
