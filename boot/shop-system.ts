import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { syncCatalogue } from '../knowledge/sources/sync-catalogue.ts';
import { createShopClient } from '../shops/http/client.ts';
import { readShopApi, type ShopApiConfig } from '../shops/http/config.ts';
import { createShopApiOrders, syncProducts } from '../shops/http/shop-api.ts';
import { createShopWrites, type ShopChange } from '../shops/http/writes.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import type { Leadership } from '../stores/leadership.ts';
import { createOrderStore, type OrderStore } from '../stores/orders.ts';
import { readShop } from '../stores/shop-settings.ts';

/** Where orders are read and changes carried out. */
export interface ShopSystem {
  orders: OrderStore;
  /** Undefined: the database is the shop's system. */
  carryOut?: (change: ShopChange) => Promise<void>;
  /** The actions that `carryOut` has a call for. */
  carriedOut?: ReadonlySet<string>;
}

/** The shop's HTTP API where one is described, else the database alone. Throws ShopApiConfigError. */
export async function openShopSystem(
  settings: Pick<Settings, 'shopApiFile'>,
  database: DatabaseHandle,
): Promise<ShopSystem> {
  const { db } = database;
  if (settings.shopApiFile === undefined) return { orders: createOrderStore(db) };
  const config = await readShopApi(settings.shopApiFile);
  const client = createShopClient(config);
  return {
    orders: createShopApiOrders({ db, client, config }),
    carryOut: createShopWrites({ client, config }),
    carriedOut: new Set(Object.keys(config.writes)),
  };
}

/** Takes the catalogue over from the shop's API again and again, in one process of all; returns what ends it. */
export async function followShopCatalogue(options: {
  settings: Pick<Settings, 'shopApiFile'>;
  database: DatabaseHandle;
  leadership: Pick<Leadership, 'held'>;
  logger: Logger;
}): Promise<() => Promise<void>> {
  const { settings, database, leadership, logger } = options;
  const config: ShopApiConfig | undefined =
    settings.shopApiFile === undefined ? undefined : await readShopApi(settings.shopApiFile);
  if (!config?.products) return async () => undefined;
  const client = createShopClient(config);
  const sync = async () => {
    if (!leadership.held()) return;
    try {
      if (await syncProducts({ db: database.db, client, config }))
        await syncCatalogue(database.db, { currency: (await readShop(database.db)).currency });
    } catch (error) {
      logger.warn({ err: error }, 'the catalogue could not be read from the shop’s API');
    }
  };
  let round = sync();
  const timer = setInterval(() => {
    round = round.then(sync);
  }, config.products.everyMinutes * 60_000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
