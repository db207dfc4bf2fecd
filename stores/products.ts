import type { Kysely, Selectable } from 'kysely';
import type { Database } from './schema.ts';

export type Product = Selectable<Database['products']>;

/** Other customers' baskets: how often a product was sold, and together with which. */
export interface Purchases {
  sold: Map<string, number>;
  together: Map<string, Map<string, number>>;
}

/** The catalogue, read whole: shops of this size fit in memory. Prices and stock are read anew for each answer. */
export interface ProductStore {
  all(): Promise<Product[]>;
  byIds(ids: string[]): Promise<Product[]>;
  purchases(): Promise<Purchases>;
}

export function createProductStore(db: Kysely<Database>): ProductStore {
  return {
    all: () => db.selectFrom('products').selectAll().orderBy('id').execute(),
    async byIds(ids) {
      if (ids.length === 0) return [];
      const rows = await db.selectFrom('products').selectAll().where('id', 'in', ids).execute();
      return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    },
    async purchases() {
      const sold = await db
        .selectFrom('order_items')
        .innerJoin('orders', 'orders.id', 'order_items.order_id')
        .select((eb) => ['product_id', eb.fn.countAll<number>().as('n')])
        .where('orders.status', 'not in', ['cancelled', 'returned'])
        .where('product_id', 'is not', null)
        .groupBy('product_id')
        .execute();
      // Bought by the same customer, not only in the same order: orders of such shops are small.
      const pairs = await db
        .selectFrom('order_items as a')
        .innerJoin('orders as oa', 'oa.id', 'a.order_id')
        .innerJoin('orders as ob', 'ob.customer_id', 'oa.customer_id')
        .innerJoin('order_items as b', 'b.order_id', 'ob.id')
        .whereRef('a.product_id', '<>', 'b.product_id')
        .where('oa.status', 'not in', ['cancelled', 'returned'])
        .where('ob.status', 'not in', ['cancelled', 'returned'])
        .select((eb) => [
          'a.product_id as left',
          'b.product_id as right',
          eb.fn.count<number>('oa.customer_id').distinct().as('n'),
        ])
        .groupBy(['a.product_id', 'b.product_id'])
        .execute();
      const together = new Map<string, Map<string, number>>();
      for (const { left, right, n } of pairs) {
        if (left === null || right === null) continue;
        const row = together.get(left) ?? new Map<string, number>();
        row.set(right, n);
        together.set(left, row);
      }
      return {
        sold: new Map(sold.flatMap((row) => (row.product_id === null ? [] : [[row.product_id, row.n]]))),
        together,
      };
    },
  };
}
