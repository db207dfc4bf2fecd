import type { Logger } from '../config/logger.ts';
import { createDayCounter } from '../insights/day-counter.ts';
import { createInsightService, type InsightService } from '../insights/insight-service.ts';
import { createInsightStore } from '../insights/insight-store.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { readShop } from '../stores/shop-settings.ts';
import type { Owned } from './owned.ts';

/** The figures, and the counting of days that are over. */
export async function openInsights(options: {
  database: DatabaseHandle;
  logger: Logger;
  owned: Owned;
}): Promise<InsightService> {
  const { db, pool } = options.database;
  const { timeZone } = await readShop(db);
  const store = createInsightStore({ pool, timeZone });
  const counter = createDayCounter({ store, logger: options.logger });
  options.owned.add('counting of past days', counter.stop);
  return createInsightService({ db, pool, store, timeZone });
}
