import type { Settings } from '../config/env.ts';
import type { Logger } from '../config/logger.ts';
import { syncCatalogue } from '../knowledge/sources/sync-catalogue.ts';
import { createShopClient } from '../shops/http/client.ts';
import { type FollowedList, readShopApi } from '../shops/http/config.ts';
import { createShopApiOrders, syncProducts, syncPromotions } from '../shops/http/shop-api.ts';
import { createShopWrites } from '../shops/http/writes.ts';
import { readShopMcp } from '../shops/mcp/config.ts';
import { createMcpOrders, createMcpWrites } from '../shops/mcp/shop-mcp.ts';
import { createMcpTools } from '../shops/mcp/tools.ts';
import type { ShopChange } from '../shops/shop-change.ts';
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
  /** Of these, those that a person at the desk approves whatever the policy says. */
  approvalFor?: ReadonlySet<string>;
  close?: () => Promise<void>;
}

/** The shop's HTTP API or MCP server where one is described, else the database alone. Throws ShopApiConfigError or ShopMcpConfigError. */
export async function openShopSystem(
  settings: Pick<Settings, 'shopApiFile' | 'shopMcpFile'>,
  database: DatabaseHandle,
): Promise<ShopSystem> {
  const { db } = database;
  if (settings.shopMcpFile !== undefined) return openMcp(settings.shopMcpFile, db);
  if (settings.shopApiFile === undefined) return { orders: createOrderStore(db) };
  const config = await readShopApi(settings.shopApiFile);
  const client = createShopClient(config);
  return {
    orders: createShopApiOrders({ db, client, config }),
    carryOut: createShopWrites({ client, config }),
    carriedOut: new Set(Object.keys(config.writes)),
  };
}

async function openMcp(file: string, db: DatabaseHandle['db']): Promise<ShopSystem> {
  const config = await readShopMcp(file);
  const tools = createMcpTools(config);
  const actions = Object.entries(config.writes);
  return {
    orders: createMcpOrders({ db, tools, config }),
    carryOut: createMcpWrites({ tools, config }),
    carriedOut: new Set(actions.map(([action]) => action)),
    approvalFor: new Set(actions.flatMap(([action, { risk }]) => (risk === 'approval' ? [action] : []))),
    close: tools.close,
  };
}

/** Takes catalogue and offers over from the shop's API again and again, in one process of all; returns what ends it. */
export async function followShopLists(options: {
  settings: Pick<Settings, 'shopApiFile'>;
  database: DatabaseHandle;
  leadership: Pick<Leadership, 'held'>;
  logger: Logger;
}): Promise<() => Promise<void>> {
  const { settings, database, leadership, logger } = options;
  if (settings.shopApiFile === undefined) return async () => undefined;
  const config = await readShopApi(settings.shopApiFile);
  const { db } = database;
  const source = { db, client: createShopClient(config), config };
  const follow = (list: FollowedList | undefined, take: () => Promise<void>) => {
    if (!list) return async () => undefined;
    const sync = async () => {
      if (!leadership.held()) return;
      await take().catch((error: unknown) =>
        logger.warn({ err: error, path: list.path }, 'a list could not be read from the shop’s API'),
      );
    };
    let round = sync();
    const timer = setInterval(() => {
      round = round.then(sync);
    }, list.everyMinutes * 60_000);
    timer.unref();
    return async () => {
      clearInterval(timer);
      await round;
    };
  };
  const ends = [
    follow(config.products, async () => {
      if (await syncProducts(source)) await syncCatalogue(db, { currency: (await readShop(db)).currency });
    }),
    follow(config.promotions, () => syncPromotions(source)),
  ];
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}
