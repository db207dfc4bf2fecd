import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { OrderStore } from '../../stores/orders.ts';
import { createPromotionStore } from '../../stores/promotions.ts';
import type { Database } from '../../stores/schema.ts';
import { importShop } from '../../stores/shop-files/shop-import.ts';
import { shopUnavailable } from '../../tools/shop-unavailable.ts';
import { asRecord, checkedRows, createCopiedOrders } from '../copied-orders.ts';
import { fillPath, type ShopClient } from './client.ts';
import type { FollowedList, ShopApiConfig } from './config.ts';
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

interface Followed {
  db: Kysely<Database>;
  client: ShopClient;
  config: ShopApiConfig;
}

/** Reads the whole catalogue and takes it in like files; resolves with whether anything changed. */
export async function syncProducts({ db, client, config }: Followed): Promise<boolean> {
  if (!config.products) return false;
  const found = await checkedRows({ products: await listRows(client, config.products) });
  refuseFaults(found.faults);
  const { products: counts } = await importShop(
    db,
    { products: found.products },
    { present: { products: found.ids.products } },
  );
  return counts.added + counts.changed + counts.removed.length > 0;
}

/** Reads all offers; what the API no longer has is an offer no more. Nothing is written where they are the same. */
export async function syncPromotions({ db, client, config }: Followed): Promise<void> {
  if (!config.promotions) return;
  const { promotions, faults } = await checkedRows({ promotions: await listRows(client, config.promotions) });
  refuseFaults(faults);
  const before = await createPromotionStore(db).all();
  if (!isDeepStrictEqual(before, promotions)) await importShop(db, { promotions });
}

async function listRows(client: ShopClient, list: FollowedList): Promise<unknown[]> {
  const rows = await readPages(client, { ...list, paging: list.paging });
  return rows.map((row) => asRecord(mapped(row, list.map)));
}

function refuseFaults([fault]: readonly string[]): void {
  if (fault !== undefined)
    throw shopUnavailable('its list has another shape than its description says', new Error(fault));
}
