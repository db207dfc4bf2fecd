import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { purgeReplies } from '../conversations/purge-replies.ts';
import type { IngestQueue } from '../ingest/queue.ts';
import { findRecogniser } from '../ingest/reading/find-recogniser.ts';
import { createReaders } from '../ingest/reading/readers.ts';
import { seedKnowledge } from '../ingest/seed.ts';
import { createIngestWorker } from '../ingest/worker.ts';
import type { DocumentFiles } from '../knowledge/documents/document-files.ts';
import type { DocumentService, FaqService } from '../knowledge/ports.ts';
import { removeLeftoverFiles } from '../knowledge/purge/leftover-files.ts';
import { createPurgeRunner } from '../knowledge/purge/purge-runner.ts';
import { syncCatalogue } from '../knowledge/sources/sync-catalogue.ts';
import { createVectorKeeper } from '../knowledge/vectors/vector-keeper.ts';
import type { Metrics } from '../server/metrics.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { installationId } from '../stores/installation-id.ts';
import { createLeadership } from '../stores/leadership.ts';
import type { Notifications } from '../stores/notifications.ts';
import { rewriteTables } from '../stores/rewrite-tables.ts';
import type { ShopSettings } from '../stores/shop-settings.ts';
import type { Knowledge } from './knowledge.ts';
import type { Owned } from './owned.ts';
import { followShopLists } from './shop-system.ts';
import { type DocumentsRead, untilRead } from './until-read.ts';

/** Running jobs get this long to end; those broken off are run again by the next process. */
const JOB_GRACE_MS = 3_000;
/** A first start waits so long for the shop's documents, and no longer for some that do not go on. */
const SEED_WAIT = { lookMs: 200, tellMs: 5_000, stillMs: 20_000, limitMs: 120_000 };
/** Processes that read files. */
const READERS = Math.min(4, Math.max(2, availableParallelism()));
/** Files at work beside those that are read: with the database. */
const BESIDE = 4;

const documentsRead = (db: DatabaseHandle['db']) => (): Promise<DocumentsRead> =>
  db
    .selectFrom('documents')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('status', 'in', ['queued', 'processing']).as('open'),
      fn.countAll<number>().as('of'),
      fn.coalesce(fn.sum<number>('progress'), sql<number>`0`).as('progress'),
    ])
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();

/**
 * Opens the worker's side: the ingest jobs, and the vectors that follow the passages. The first worker of a database
 * hands in the shop's own knowledge and resolves when it can be asked about.
 */
export async function openWorker(options: {
  settings: Settings;
  logger: Logger;
  owned: Owned;
  ending: AbortSignal;
  database: DatabaseHandle;
  notifications: Notifications;
  knowledge: Knowledge;
  queue: IngestQueue;
  files: DocumentFiles;
  documents: DocumentService;
  faqs: FaqService;
  shop: ShopSettings;
  metrics: Metrics;
}): Promise<void> {
  const { settings, logger, owned, ending, database, notifications, queue, files, documents, faqs, shop } = options;
  const { base, vectors, models } = options.knowledge;
  const { db, url: databaseUrl } = database;

  const leadership = await createLeadership({ url: databaseUrl, task: 'vectors', of: vectors?.server, logger });
  owned.add('leadership', leadership.close);
  const keeper =
    vectors &&
    createVectorKeeper({ ...vectors, db, notifications, models, vocabulary: base.vocabulary, leadership, logger });
  if (keeper) owned.add('vector keeper', keeper.close);
  const purges = createPurgeRunner({
    db,
    notifications,
    leadership,
    logger,
    restMs: settings.restMs,
    parts: {
      dropSnapshot: base.index.dropSnapshot,
      rebuildVectors: keeper?.rebuild,
      removeFiles: () => removeLeftoverFiles({ db, dataDir: settings.dataDir }),
      purgeReplies: () => purgeReplies(db),
      rewriteTables: (tables, onTable) => rewriteTables({ url: databaseUrl, tables, onTable }),
    },
  });
  owned.add('purges', purges.close);
  const readers = createReaders({
    size: READERS,
    recogniser: await findRecogniser(settings.ocrProgram),
    codeCache: join(settings.dataDir, 'code-cache'),
  });
  owned.add('readers', readers.close);
  const worker = createIngestWorker({
    databaseUrl,
    redisUrl: settings.redisUrl,
    space: await installationId(db),
    context: {
      db,
      files,
      readers,
      embedder: () => models.wanted() ?? models.local,
      logger,
      onFile: options.metrics.fileIngested,
    },
    queue,
    logger,
    concurrency: READERS + BESIDE,
    closeMs: JOB_GRACE_MS,
  });
  owned.add('ingest worker', worker.close, JOB_GRACE_MS + 2_000);

  // Before the marker of a finished seed is set, so that a kill in between loses nothing.
  await syncCatalogue(db, { currency: shop.currency });
  owned.add('lists of the shop', await followShopLists({ settings, database, leadership, logger }));
  const seeded = await seedKnowledge({ database, shopDir: settings.shopDir, documents, faqs });
  if (seeded.documents + seeded.faqs === 0) return;
  console.log(`reading ${seeded.documents} documents and ${seeded.faqs} questions …`);
  const left = await untilRead({
    ...SEED_WAIT,
    look: documentsRead(db),
    tell: (read, of) => console.log(`${read} of ${of} documents read …`),
    ending,
  });
  if (left > 0 && !ending.aborted) console.log(`${left} documents are read in the background`);
  await base.refresh();
}
