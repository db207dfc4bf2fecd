import type { Logger } from '../config/logger.ts';
import { syncCatalogue } from '../knowledge/sources/sync-catalogue.ts';
import type { ImportShopFiles } from '../server/routes/shop-import.ts';
import { importFiles } from '../shops/files/import-files.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import type { Notifications } from '../stores/notifications.ts';
import { readShop } from '../stores/shop-settings.ts';
import type { Knowledge } from './knowledge.ts';

/** Reads the shop again whenever an import changed it, also one of another process; returns what ends it. */
export function followShop(options: {
  notifications: Notifications;
  logger: Logger;
  reload: () => Promise<void>;
}): () => void {
  let first = true;
  return options.notifications.subscribe('kefu_shop', () => {
    // Told as soon as the channel is listened to: what is loaded is of this moment.
    if (first) {
      first = false;
      return;
    }
    options.reload().catch((error: unknown) => options.logger.warn({ err: error }, 'the shop could not be read again'));
  });
}

/** Takes files in; when it resolves, this process answers, searches and understands by them. */
export const createShopImport =
  (options: { database: DatabaseHandle; base: Knowledge['base']; reload: () => Promise<void> }): ImportShopFiles =>
  async (request) => {
    const { db } = options.database;
    const report = await importFiles(db, request);
    if (!report.applied) return report;
    await syncCatalogue(db, { currency: (await readShop(db)).currency });
    await Promise.all([options.base.relearn(), options.reload()]);
    await options.base.refresh();
    return report;
  };
