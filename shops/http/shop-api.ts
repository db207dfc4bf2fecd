import type { Kysely } from 'kysely';
import type { OrderStore } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import { importShop } from '../../stores/shop-import.ts';
import { shopUnavailable } from '../../tools/shop-unavailable.ts';
import { asRecord, checkedRows, createCopiedOrders } from '../copied-orders.ts';
import { fillPath, type ShopClient } from './client.ts';
import type { ShopApiConfig } from './config.ts';
import { mapped } from './mapping.ts';
import { readPages } from './pages.ts';

/** Pages of one customer's orders that a turn reads. */
const ORDER_PAGES = 3;

/** Orders of a shop that has an HTTP API. Throws shop_unavailable. */
export function createShopApiOrders(deps: {
  db: Kysely<Database>;
  client: ShopClient;
  config: ShopApiConfig;
}): OrderStore {
  const { db, client, config } = deps;
  return createCopiedOrders({
    db,
    async read(customerId) {
      const signal = AbortSignal.timeout(config.totalMs);
      const path = (template: string) => fillPath(template, { customerId });
      const [rows, person] = await Promise.all([
        readPages(client, {
          ...config.orders,
          path: path(config.orders.list),
          paging: config.orders.paging,
          most: ORDER_PAGES,
          signal,
        }),
        config.customer ? client.call({ method: 'GET', path: path(config.customer.path), signal }) : undefined,
      ]);
      return {
        customer: config.customer && person !== undefined ? mapped(person, config.customer.map) : undefined,
        orders: rows.map((row) => mapped(row, config.orders.map)),
      };
    },
  });
}

/** Reads the whole catalogue and takes it in like files; resolves with whether anything changed. */
export async function syncProducts(deps: {
  db: Kysely<Database>;
  client: ShopClient;
  config: ShopApiConfig;
}): Promise<boolean> {
  const { products } = deps.config;
  if (!products) return false;
  const rows = await readPages(deps.client, { ...products, paging: products.paging });
  const found = await checkedRows({ products: rows.map((row) => asRecord(mapped(row, products.map))) });
  const [fault] = found.faults;
  if (fault !== undefined)
    throw shopUnavailable('its catalogue has another shape than its description says', new Error(fault));
  const { products: counts } = await importShop(
    deps.db,
    { products: found.products },
    { present: { products: found.ids.products } },
  );
  return counts.added + counts.changed + counts.removed.length > 0;
}
