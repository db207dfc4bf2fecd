import { sql, type Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { OrderRow } from './schema.ts';
import { itemRows } from './shop-rows.ts';

/** Rows a statement: far below PostgreSQL's 65,535 parameters. */
const BATCH = 1_000;

/** Tables of which a shop's files have rows. */
export type Imported = 'products' | 'customers' | 'orders';

/** Writes rows of one table; a row that stands there as it is, is not touched. Resolves with the ids written. */
export async function upsert<T extends Imported>(
  trx: Transaction<Database>,
  table: T,
  rows: Array<Record<string, unknown> & { id: string }>,
): Promise<{ added: string[]; changed: string[] }> {
  const added: string[] = [];
  const changed: string[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const columns = Object.keys(batch[0] ?? {}).filter((column) => column !== 'id');
    const list = (source: string) => sql.join(columns.map((column) => sql.ref(`${source}.${column}`)));
    const { rows: written } = await sql<{ id: string; added: boolean }>`
      insert into ${sql.table(table)} (${sql.join(['id', ...columns].map((column) => sql.ref(column)))})
      values ${sql.join(batch.map((row) => sql`(${sql.join([row.id, ...columns.map((column) => row[column])])})`))}
      on conflict (id) do update set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}
      where (${list(table)}) is distinct from (${list('excluded')})
      returning id, xmax = 0 as added`.execute(trx);
    for (const row of written) (row.added ? added : changed).push(row.id);
  }
  return { added, changed };
}

/** Replaces the lines of the orders whose lines differ; resolves with their ids. */
export async function replaceItems(trx: Transaction<Database>, orders: OrderRow[]): Promise<string[]> {
  const stored = new Map<string, string[]>();
  const ids = orders.map(({ id }) => id);
  const key = (row: {
    product_id: string | null;
    variant_id: string | null;
    name: unknown;
    quantity: number;
    unit_price: unknown;
  }) => JSON.stringify([row.product_id, row.variant_id, sorted(row.name), row.quantity, Number(row.unit_price)]);
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = await trx
      .selectFrom('order_items')
      .selectAll()
      .where('order_id', 'in', ids.slice(start, start + BATCH))
      .orderBy('line')
      .execute();
    for (const row of rows) stored.set(row.order_id, [...(stored.get(row.order_id) ?? []), key(row)]);
  }
  const differing = orders.filter((order) => {
    const wanted = order.items.map((item) =>
      key({
        product_id: item.productId,
        variant_id: item.variantId,
        name: item.name,
        quantity: item.quantity,
        unit_price: item.unitPrice,
      }),
    );
    return wanted.join() !== (stored.get(order.id) ?? []).join();
  });
  const gone = differing.map(({ id }) => id);
  for (let start = 0; start < gone.length; start += BATCH)
    await trx
      .deleteFrom('order_items')
      .where('order_id', 'in', gone.slice(start, start + BATCH))
      .execute();
  const lines = differing.flatMap(itemRows);
  for (let start = 0; start < lines.length; start += BATCH)
    await trx
      .insertInto('order_items')
      .values(lines.slice(start, start + BATCH))
      .execute();
  return gone;
}

const sorted = (name: unknown): unknown =>
  typeof name === 'object' && name !== null ? Object.entries(name).sort(([a], [b]) => a.localeCompare(b)) : name;

/** Rows that are not in the files any more; customers who have orders stay. */
export async function removeMissing(
  trx: Transaction<Database>,
  table: Imported,
  ids: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await trx.selectFrom(table).select('id').execute();
  const gone = rows.map(({ id }) => id).filter((id) => !ids.has(id));
  const removed: string[] = [];
  for (let start = 0; start < gone.length; start += BATCH) {
    const some = gone.slice(start, start + BATCH);
    const query =
      table === 'customers'
        ? trx
            .deleteFrom('customers')
            .where('id', 'in', some)
            .where(({ not, exists, selectFrom }) =>
              not(exists(selectFrom('orders').select('id').whereRef('orders.customer_id', '=', 'customers.id'))),
            )
        : trx.deleteFrom(table).where('id', 'in', some);
    removed.push(...(await query.returning('id').execute()).map(({ id }) => id));
  }
  return removed.sort();
}
