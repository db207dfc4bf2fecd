import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { createIngestQueue } from '../ingest/queue.ts';
import { createDocumentFiles } from '../knowledge/documents/document-files.ts';
import { createDocumentService } from '../knowledge/documents/document-service.ts';
import { createFaqService } from '../knowledge/faqs/faq-service.ts';
import { createMetrics } from '../server/metrics.ts';
import type { ChromaHost } from '../stores/chroma-host.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { installationId } from '../stores/installation-id.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { ShopSettings } from '../stores/shop-settings.ts';
import { openKnowledge } from './knowledge.ts';
import type { Owned } from './owned.ts';
import type { Step } from './steps.ts';
import { openWeb } from './web.ts';
import { openWorker } from './worker.ts';

/** Opens what this process is for on top of the servers; returns the web server's URL, undefined for a worker. */
export async function openServices(options: {
  settings: Settings;
  logger: Logger;
  owned: Owned;
  step: Step;
  ending: AbortSignal;
  database: DatabaseHandle;
  notifications: Notifications;
  chroma: ChromaHost | undefined;
  shop: ShopSettings;
}): Promise<string | undefined> {
  const { settings, logger, owned, step, database, notifications, chroma } = options;
  const { db, url: databaseUrl } = database;

  const queue = await step('queue', async () =>
    createIngestQueue({ databaseUrl, redisUrl: settings.redisUrl, space: await installationId(database.db), logger }),
  );
  owned.add('queue', queue.close);
  const knowledge = await step('knowledge', () =>
    openKnowledge({ settings, logger, database, notifications, chroma, owned }),
  );
  const { refresh } = knowledge.base;
  const files = createDocumentFiles(settings.dataDir);
  const documents = createDocumentService({
    db,
    notifications,
    files,
    trigger: { ingest: (data, about) => queue.add({ name: 'ingest-document', data }, about) },
    refresh,
    logger,
  });
  const faqs = createFaqService({ db, base: knowledge.base });

  const metrics = createMetrics();
  const parts = { ...options, knowledge, queue, files, documents, faqs, metrics };
  const url = settings.process === 'worker' ? undefined : await openWeb(parts);
  if (settings.process !== 'web') await step('worker', () => openWorker(parts));
  return url;
}
