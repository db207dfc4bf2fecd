import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { openDatabase } from '../stores/database.ts';
import { migrate } from '../stores/migrate.ts';
import { createNotifications } from '../stores/notifications.ts';
import { openShop } from './open-shop.ts';
import type { Owned } from './owned.ts';
import { reachDatabase } from './reach-database.ts';
import { readyLines } from './ready-lines.ts';
import { openServers } from './servers.ts';
import { createStep } from './steps.ts';
import { together } from './together.ts';

/**
 * Starts everything in its order and prints the ready line. What is opened goes into `owned`, also when a later step
 * fails; aborting `ending` stops the start at the next step.
 */
export async function start(options: {
  settings: Settings;
  logger: Logger;
  owned: Owned;
  ending: AbortSignal;
}): Promise<void> {
  const { settings, logger, owned, ending } = options;
  const began = performance.now();
  const step = createStep(logger, ending);
  const isFirst =
    settings.process === 'all' && !settings.databaseUrl && !existsSync(join(settings.dataDir, 'postgres'));
  if (isFirst) console.log('starting PostgreSQL and Chroma …');

  // Loading the program's code takes as long as starting the servers: both at once.
  const [servers, { openServices }] = await together(
    openServers({ settings, logger, owned, step }),
    step('code', () => import('./services.ts')),
  );
  const { databaseUrl, chroma, lock } = servers;
  let url: string | undefined;
  ending.addEventListener('abort', () => lock?.update({ state: 'stopping', url }));

  const database = openDatabase({ url: databaseUrl, logger });
  owned.add('database', database.close);
  await step('database', () => reachDatabase(database));
  await step('migrations', () => migrate(database.pool));
  const shop = await step('shop', () =>
    openShop(database, settings, () => console.log(`loading the shop in ${settings.shopDir} …`)),
  );
  const notifications = await step('notifications', () => createNotifications({ url: databaseUrl, logger }));
  owned.add('notifications', notifications.close);

  url = await openServices({ settings, logger, owned, step, ending, database, notifications, chroma, shop });
  ending.throwIfAborted();
  lock?.update({ state: 'ready', url });
  console.log(url === undefined ? 'ready: worker' : readyLines(url, settings));
  logger.debug({ ms: Math.round(performance.now() - began) }, 'ready');
}
