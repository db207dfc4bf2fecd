import { type Kysely, type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database, LocalText, OrderStatus } from './schema.ts';

export interface OrderItem {
  line: number;
  product_id: string | null;
  variant_id: string | null;
  name: LocalText;
  quantity: number;
  unit_price: number;
}

/** An order with its items in their order. */
export type Order = Selectable<Database['orders']> & { items: OrderItem[] };

export interface OrderFilter {
  /** As typed by a person: case and what stands between letters and digits (`#`, spaces, dashes, slashes …) don't count. */
  orderIds?: string[];
  /** Orders that hold any of these products. */
  productIds?: string[];
  trackingNumbers?: string[];
  /** placed_at at or after, in ISO 8601. */
  from?: string;
  /** placed_at before. */
  before?: string;
  status?: OrderStatus[];
  /** Newest first; default 20. */
  limit?: number;
}

/** An order id without what people add or leave out when they type it. */
export const normaliseOrderId = (id: string): string =>
  id
    .normalize('NFKC')
    .replace(/[\s#_/.:-]/g, '')
    .toUpperCase();

/** The same of the column `orders.id`. */
export const NORMAL_ORDER_ID = sql<string>`upper(regexp_replace(orders.id, '[\\s#_/.:-]', '', 'g'))`;

/** Reads orders of one customer. There is no call that reads without naming the owner. */
export interface OrderStore {
  find(customerId: string, filter?: OrderFilter): Promise<Order[]>;
}

export const createOrderStore = (db: Kysely<Database>): OrderStore => ({
  find: (customerId, filter = {}) => ordersOf(db, customerId, filter).execute(),
});

/** The query behind every reading of orders; usable in a transaction too. */
export function ordersOf(db: Kysely<Database>, customerId: string, filter: OrderFilter = {}) {
  let query = db
    .selectFrom('orders')
    .selectAll('orders')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('order_items')
          .select(['line', 'product_id', 'variant_id', 'name', 'quantity', 'unit_price'])
          .whereRef('order_items.order_id', '=', 'orders.id')
          .orderBy('line'),
      ).as('items'),
    )
    .where('orders.customer_id', '=', customerId)
    .orderBy('placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(filter.limit ?? 20);
  if (filter.orderIds)
    query = query.where(
      NORMAL_ORDER_ID,
      'in',
      filter.orderIds.length > 0 ? filter.orderIds.map(normaliseOrderId) : [''],
    );
  if (filter.productIds && filter.productIds.length > 0) {
    const ids = filter.productIds;
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('order_items')
          .select('line')
          .whereRef('order_items.order_id', '=', 'orders.id')
          .where('product_id', 'in', ids),
      ),
    );
  }
  if (filter.trackingNumbers && filter.trackingNumbers.length > 0) {
    const numbers = filter.trackingNumbers.map((number) => number.toUpperCase());
    query = query.where(
      sql<boolean>`exists (select 1 from jsonb_array_elements(orders.shipments) s where upper(s->>'trackingNumber') = any(${numbers}))`,
    );
  }
  if (filter.from) query = query.where('placed_at', '>=', sql<Date>`${filter.from}::timestamptz`);
  if (filter.before) query = query.where('placed_at', '<', sql<Date>`${filter.before}::timestamptz`);
  if (filter.status && filter.status.length > 0) query = query.where('status', 'in', filter.status);
  return query;
}
