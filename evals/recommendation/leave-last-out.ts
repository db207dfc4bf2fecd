import { sql } from 'kysely';
import type { DatabaseHandle } from '../../stores/database.ts';
import { createOrderStore } from '../../stores/orders.ts';
import { createProductStore } from '../../stores/products.ts';
import { countAllPurchases, createPurchaseStore } from '../../stores/purchases.ts';
import { createRecommendProductsTool } from '../../tools/recommending/recommend-products.ts';
import type { Purchase, ShopOfPurchases } from './purchase.ts';

const AT = 10;

export interface LeftOut {
  customerId: string;
  /** Whether any product of the order that was left out is among the first ten. */
  recommended: boolean;
  bestSold: boolean;
  expected: string[];
  found: string[];
}

/** For each customer of two orders and more, the last one is taken out, and what is recommended is held against it. */
export async function leaveLastOut(database: DatabaseHandle, shop: ShopOfPurchases): Promise<LeftOut[]> {
  const { db } = database;
  await load(database, shop);
  const purchases = createPurchaseStore(db);
  const tool = createRecommendProductsTool({
    products: createProductStore(db),
    purchases,
    orders: createOrderStore(db),
    search: { run: () => Promise.reject(new Error('No need is stated.')) } as never,
    excluded: () => false,
  });
  const results: LeftOut[] = [];
  for (const last of lastOrders(shop.purchases)) {
    const row = await db.deleteFrom('order_items').where('order_id', '=', last.id).returningAll().execute();
    const caller = { kind: 'customer' as const, id: last.customerId };
    const found = await tool.run({ limit: AT }, { caller, language: 'en', now: new Date() });
    const { bestSold } = await purchases.around([], { bestSold: AT });
    const foundIds = found.map(({ product }) => product.id);
    results.push({
      customerId: last.customerId,
      expected: last.productIds,
      found: foundIds,
      recommended: last.productIds.some((id) => foundIds.includes(id)),
      bestSold: last.productIds.some((id) => bestSold.includes(id)),
    });
    await db
      .insertInto('order_items')
      .values(row.map((item) => ({ ...item, name: JSON.stringify(item.name) })))
      .execute();
  }
  return results;
}

/** The last order of everybody who has an earlier one. */
function lastOrders(purchases: Purchase[]): Purchase[] {
  const byCustomer = Map.groupBy(purchases, ({ customerId }) => customerId);
  return [...byCustomer.values()]
    .filter((orders) => orders.length > 1)
    .flatMap((orders) => orders.toSorted((a, b) => a.placedAt.localeCompare(b.placedAt)).slice(-1));
}

/** All orders count as delivered and all products as in stock: what is measured is the ranking. */
async function load({ db }: DatabaseHandle, { products, purchases }: ShopOfPurchases): Promise<void> {
  await sql`truncate products, customers, orders, order_items, customer_products, product_buyers, product_pairs,
    purchases_changed cascade`.execute(db);
  const json = JSON.stringify;
  await db
    .insertInto('products')
    .values(
      products.map(({ id, name, category, attributes }) => ({
        ...{ id, name: json(name), category: json(category), description: json(''), price: 1, stock: 1 },
        attributes: json(attributes),
      })),
    )
    .execute();
  const customers = [...new Set(purchases.map(({ customerId }) => customerId))];
  await db
    .insertInto('customers')
    .values(customers.map((id) => ({ id, name: json(id), locale: 'en' as const })))
    .execute();
  await db
    .insertInto('orders')
    .values(
      purchases.map(({ id, customerId, placedAt }) => ({
        ...{ id, customer_id: customerId, status: 'delivered' as const, placed_at: placedAt, total: 1 },
      })),
    )
    .execute();
  await db
    .insertInto('order_items')
    .values(
      purchases.flatMap(({ id, productIds }) =>
        productIds.map((product_id, at) => ({
          ...{ order_id: id, line: at + 1, product_id, name: json(product_id), quantity: 1, unit_price: 1 },
        })),
      ),
    )
    .execute();
  await countAllPurchases(db);
}
