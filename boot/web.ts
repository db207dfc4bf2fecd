import { join } from 'node:path';
import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import type { IngestQueue } from '../ingest/queue.ts';
import { createChangeTrail } from '../knowledge/changes/change-trail.ts';
import { createGapService } from '../knowledge/gaps/gap-service.ts';
import { createQuotedSentences } from '../knowledge/injection/quoted-sentences.ts';
import type { DocumentService, FaqService } from '../knowledge/ports.ts';
import { createProductSentences } from '../knowledge/products/product-sentences.ts';
import { createPurgeService } from '../knowledge/purge/purge-service.ts';
import { createConflictService } from '../knowledge/review/conflict-service.ts';
import { createPreviewService } from '../knowledge/review/preview-service.ts';
import { createTermService } from '../knowledge/terms/term-service.ts';
import { createApp } from '../server/app.ts';
import { createAuditLog } from '../server/audit/audit-log.ts';
import { ensureDemoStaff } from '../server/directory/demo-staff.ts';
import { createDirectory } from '../server/directory/directory.ts';
import { loadSecrets } from '../server/identity.ts';
import type { Metrics } from '../server/metrics.ts';
import { createOperatorService } from '../server/settings/operator-service.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import type { Notifications } from '../stores/notifications.ts';
import { createBenchAnswer } from './bench-answer.ts';
import { openChannelService } from './channels.ts';
import { openConversations, TURN_GRACE_MS } from './conversations.ts';
import { environmentFacts } from './environment-facts.ts';
import { openInsights } from './insights.ts';
import type { Knowledge } from './knowledge.ts';
import { listen } from './listen.ts';
import type { Owned } from './owned.ts';
import { readinessChecks } from './readiness.ts';
import { createShopImport } from './shop-changes.ts';
import type { Step } from './steps.ts';
import { together } from './together.ts';

const ROOT = join(import.meta.dirname, '..');

/** Opens the web side: turns, conversations, desk and the HTTP server that serves them. Returns its URL. */
export async function openWeb(options: {
  settings: Settings;
  logger: Logger;
  owned: Owned;
  step: Step;
  database: DatabaseHandle;
  notifications: Notifications;
  knowledge: Knowledge;
  documents: DocumentService;
  faqs: FaqService;
  queue: IngestQueue;
  metrics: Metrics;
}): Promise<string> {
  const { settings, logger, owned, step, database, notifications, metrics, documents, faqs, queue } = options;
  const { retriever } = options.knowledge.base;
  const { db } = database;
  const quoted = await createQuotedSentences({ db, notifications, logger });
  owned.add('sentences to be quoted', quoted.close);
  const [{ localEngine, reloadShop, ...services }, [secrets]] = await together(
    step('conversations', () =>
      openConversations({
        settings,
        logger,
        database,
        notifications,
        retriever,
        quoted,
        onTurn: metrics.turnEnded,
        onModelCall: metrics.modelCalled,
        onBreaker: metrics.breakerChanged,
        owned,
      }),
    ),
    together(
      loadSecrets(db, settings),
      step('staff', () => ensureDemoStaff(db, settings)),
    ),
  );
  const conflicts = createConflictService({ db, base: options.knowledge.base, logger });
  owned.add('comparison of passages', conflicts.close);
  const channels = await openChannelService({
    settings: settings.channels,
    database,
    notifications,
    turns: services.turns,
    logger,
    owned,
  });
  const insights = await openInsights({ database, logger, owned });
  const app = await step('app', () =>
    createApp({
      ...services,
      insights,
      channels,
      settings,
      logger,
      secrets,
      directory: createDirectory(db),
      audit: createAuditLog(db),
      operator: createOperatorService({ db, reload: reloadShop }),
      environment: environmentFacts(settings),
      documents,
      faqs,
      productSentences: createProductSentences({ db, base: options.knowledge.base, quoted }),
      purges: createPurgeService(db),
      terms: createTermService({ db, relearn: () => options.knowledge.base.relearn() }),
      changes: createChangeTrail(db),
      gaps: createGapService({ db, base: options.knowledge.base }),
      conflicts,
      preview: createPreviewService({ db, base: options.knowledge.base }),
      retriever,
      benchAnswer: createBenchAnswer(localEngine),
      importShopFiles: createShopImport({ database, base: options.knowledge.base, reload: reloadShop }),
      queue,
      metrics,
      readiness: readinessChecks({ database, knowledge: options.knowledge, queue }),
      webDir: join(ROOT, 'web/dist'),
      evalReportsDir: join(ROOT, 'evals/reports'),
    }),
  );
  const close = async () => {
    // In this order: replies under way reach their streams.
    await services.turns.close(TURN_GRACE_MS);
    await app.close();
  };
  owned.add('turns and http server', close, TURN_GRACE_MS + 3_000);
  return step('listen', () => listen(app, settings));
}
