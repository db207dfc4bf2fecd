import type { Kysely } from 'kysely';
import { createOrderStore, type OrderStore } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import { gatherShopFiles } from '../../stores/shop-files.ts';
import { importShop } from '../../stores/shop-import.ts';
import { onceATurn } from '../turn-memory.ts';
import { fillPath, type ShopClient } from './client.ts';
import type { ShopApiConfig } from './config.ts';
import { mapped } from './mapping.ts';
import { readPages } from './pages.ts';
import { shopUnavailable } from './shop-unavailable.ts';

/** Pages of one customer's orders that a turn reads. */
const ORDER_PAGES = 3;

/** Rows in the shop's own words, checked as files are; those that don't fit make the answer useless. */
async function checkedRows(rows: { customers?: unknown[]; orders?: unknown[]; products?: unknown[] }) {
  const texts = new Map(Object.entries(rows).map(([list, value]) => [`${list}.json`, JSON.stringify(value)]));
  return gatherShopFiles(async (file) => texts.get(file), {
    customerIds: new Set(),
    productNames: new Map(),
  });
}

/**
 * Orders of a shop that keeps them in its own system: read there once a turn, checked, copied into the database and
 * found there, so that every filter, lock and card works as with files. Throws shop_unavailable.
 */
export function createShopApiOrders(deps: {
  db: Kysely<Database>;
  client: ShopClient;
  config: ShopApiConfig;
}): OrderStore {
  const { db, client, config } = deps;
  const inner = createOrderStore(db);

  async function copy(customerId: string): Promise<void> {
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
    const customer = config.customer && person !== undefined ? mapped(person, config.customer.map) : undefined;
    // Whatever the answer says, these are this customer's: another's rows never come in under this name.
    const orders = rows.map((row) => ({ ...asRecord(mapped(row, config.orders.map)), customerId }));
    const found = await checkedRows({
      customers: [{ name: customerId, ...asRecord(customer), id: customerId }],
      orders,
    });
    if (found.faults.length > 0)
      throw shopUnavailable('its answer has another shape than its description says', new Error(found.faults[0]));
    const foreign = await db
      .selectFrom('orders')
      .select('id')
      .where('id', 'in', ['', ...(found.orders ?? []).map(({ id }) => id)])
      .where('customer_id', '<>', customerId)
      .execute();
    if (foreign.length > 0) throw shopUnavailable('it gave the orders of another customer');
    await importShop(db, { customers: found.customers, orders: found.orders }, { quiet: true });
  }

  return {
    async find(customerId, filter) {
      await onceATurn(`orders ${customerId}`, () => copy(customerId));
      return inner.find(customerId, filter);
    },
  };
}

const asRecord = (value: unknown): Record<string, unknown> => {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null)
    throw shopUnavailable('its answer holds no object where one was expected');
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
};

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
