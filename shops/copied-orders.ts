import type { Kysely } from 'kysely';
import { createOrderStore, type OrderStore } from '../stores/orders.ts';
import type { Database } from '../stores/schema.ts';
import { gatherShopFiles } from '../stores/shop-files/shop-files.ts';
import { importShop } from '../stores/shop-files/shop-import.ts';
import { shopUnavailable } from '../tools/shop-unavailable.ts';
import { onceATurn } from './turn-memory.ts';

/** Rows in the shop's own words, checked as files are; those that don't fit make the answer useless. */
export async function checkedRows(
  rows: Partial<Record<'customers' | 'orders' | 'products' | 'promotions', unknown[]>>,
) {
  const texts = new Map(Object.entries(rows).map(([list, value]) => [`${list}.json`, JSON.stringify(value)]));
  return gatherShopFiles(async (file) => texts.get(file), {
    customerIds: new Set(),
    productNames: new Map(),
  });
}

/** What a shop's own system says of one customer, in the fields of the shop's files. */
export interface ToldByShop {
  customer: unknown;
  orders: unknown[];
}

/**
 * Orders of a shop that keeps them in its own system: read there once a turn, checked, copied into the database and
 * found there, so that every filter, lock and card works as with files. Throws shop_unavailable.
 */
export function createCopiedOrders(deps: {
  db: Kysely<Database>;
  read: (customerId: string) => Promise<ToldByShop>;
}): OrderStore {
  const { db } = deps;
  const inner = createOrderStore(db);

  async function copy(customerId: string): Promise<void> {
    const told = await deps.read(customerId);
    // Whatever the answer says, these are this customer's: another's rows never come in under this name.
    const orders = told.orders.map((row) => ({ ...asRecord(row), customerId }));
    const found = await checkedRows({
      customers: [{ name: customerId, ...asRecord(told.customer), id: customerId }],
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

/** An object without its undefined fields. Throws shop_unavailable for anything else. */
export const asRecord = (value: unknown): Record<string, unknown> => {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null)
    throw shopUnavailable('its answer holds no object where one was expected');
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
};
