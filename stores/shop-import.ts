import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import { countAllPurchases } from './purchases.ts';
import type { Database } from './schema.ts';
import type { ShopFiles } from './shop-files.ts';
import { dayIn, daysBetween, isoInstant, moveDates } from './shop-files-dates.ts';
import type { CustomerRow, OrderRow, ProductRow } from './shop-files-schema.ts';
import { readShop } from './shop-settings.ts';

/** Rows a statement: far below PostgreSQL's 65,535 parameters. */
const BATCH = 1_000;

type Row<T extends keyof Database> = Insertable<Database[T]>;

const json = JSON.stringify;

function productRow(product: ProductRow): Row<'products'> {
  const { id, name, category, description, price, stock, variants, attributes, ...others } = product;
  const counted = variants.flatMap((variant) => variant.stock ?? []);
  return {
    id,
    name: json(name),
    category: json(category),
    description: json(description),
    price,
    stock: stock ?? (counted.length > 0 ? counted.reduce((sum, part) => sum + part, 0) : null),
    variants: json(variants.map((variant) => ({ ...variant, price: variant.price ?? price }))),
    // A shop's own fields (brand, warranty, …) are properties of the product too.
    attributes: json({ ...others, ...attributes }),
  };
}

function customerRow(customer: CustomerRow, shopLanguage: string): Row<'customers'> {
  const { id, name, email, phone, locale, addresses, paymentMethods } = customer;
  const language = (locale ?? shopLanguage).toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return {
    id,
    name: json(name),
    email,
    phone,
    locale: language,
    addresses: json(addresses),
    payment_methods: json(paymentMethods),
  };
}

function orderRow(order: OrderRow, move: { days: number; timeZone: string }): Row<'orders'> {
  const moved = <T>(value: T) => json(moveDates(value, move.days, move.timeZone));
  const { id, customerId, status, placedAt, items, total, ...rest } = order;
  const { shippingAddress, shipments, payments, refunds, invoices, ...others } = rest;
  const sum = items.reduce((cents, item) => cents + Math.round(item.unitPrice * 100) * item.quantity, 0) / 100;
  const placed = isoInstant(String(moveDates(placedAt, move.days, move.timeZone)), move.timeZone);
  return {
    id,
    customer_id: customerId,
    status,
    placed_at: placed ?? placedAt,
    total: total ?? sum,
    shipping_address: shippingAddress === null ? null : json(shippingAddress),
    shipments: moved(shipments),
    payments: moved(payments),
    refunds: moved(refunds),
    invoices: moved(invoices),
    extra: moved(others),
  };
}

const itemRows = (order: OrderRow): Array<Row<'order_items'>> =>
  order.items.map((item, index) => ({
    order_id: order.id,
    line: index + 1,
    product_id: item.productId,
    variant_id: item.variantId,
    name: json(item.name),
    quantity: item.quantity,
    unit_price: item.unitPrice,
  }));

/** Whole days from the files' asOf to today; one less when the newest order would then be placed in the future. */
function daysToMove(
  { asOf: told, timeZone, orders }: { asOf: string | null; timeZone: string; orders: OrderRow[] },
  now: Date,
): number {
  const asOf = told?.slice(0, 10);
  if (asOf === undefined) return 0;
  const days = daysBetween(asOf, dayIn(timeZone, now));
  const newest = Math.max(...orders.map(({ placedAt }) => Date.parse(isoInstant(placedAt, timeZone) ?? '')));
  return newest + days * 86_400_000 > now.getTime() ? days - 1 : days;
}

type Imported = 'products' | 'customers' | 'orders';

/** What an import did to the rows of one kind. */
export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  /** Ids that are no longer in the files and were removed, if that was wanted. */
  removed: string[];
}

export type ImportReport = Record<Imported, ImportCounts>;

/** Some or all of a shop; what is undefined stays as it is. */
export type ShopPart = { [K in keyof ShopFiles]?: ShopFiles[K] | undefined };

/** Tells every process that what the shop is has changed, when the transaction commits. */
const CHANNELS = ['kefu_shop', 'kefu_terms'];

/** Writes rows of one table; a row that stands there as it is, is not touched. Resolves with the ids written. */
async function upsert<T extends Imported>(
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
async function replaceItems(trx: Transaction<Database>, orders: OrderRow[]): Promise<string[]> {
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
async function removeMissing(trx: Transaction<Database>, table: Imported, ids: ReadonlySet<string>): Promise<string[]> {
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

/** The order in which removed rows may go, and in which rows may come. */
const REMOVED: readonly Imported[] = ['orders', 'customers', 'products'];

/**
 * Writes a shop, or parts of one, into the database in one transaction: rows with a known id are overwritten where
 * they differ, others added. With shop.asOf, the orders' dates move by whole days so that asOf is today. `present`
 * names the ids that stay; where it is given, the others of that kind are removed. Other processes are told unless it is
 * `quiet`.
 */
export async function importShop(
  db: Kysely<Database>,
  part: ShopPart,
  options: {
    now?: Date;
    present?: Partial<Record<Imported, ReadonlySet<string>>>;
    dryRun?: boolean;
    quiet?: boolean;
  } = {},
): Promise<ImportReport> {
  const { products = [], customers = [], orders = [] } = part;
  const undo = new Error('a dry run');
  let report: ImportReport | undefined;
  const write = async (trx: Transaction<Database>) => {
    const { asOf = null, ...settings } = part.shop ?? {};
    for (const [key, value] of Object.entries({
      shop: part.shop && settings,
      policy: part.policy,
      promotions: part.promotions,
    }))
      if (value !== undefined)
        await trx
          .insertInto('settings')
          .values({ key, value: json(value) })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json(value) }))
          .execute();
    const { timeZone, locales } = part.shop ?? (await readShop(trx));
    const move = { days: daysToMove({ asOf, timeZone, orders }, options.now ?? new Date()), timeZone };
    const written = {
      products: await upsert(trx, 'products', products.map(productRow)),
      customers: await upsert(
        trx,
        'customers',
        customers.map((customer) => customerRow(customer, locales[0] ?? 'zh')),
      ),
      orders: await upsert(
        trx,
        'orders',
        orders.map((order) => orderRow(order, move)),
      ),
    };
    const relined = await replaceItems(trx, orders);
    await countAllPurchases(trx);
    const known = new Set([...written.orders.added, ...written.orders.changed]);
    written.orders.changed.push(...relined.filter((id) => !known.has(id)));
    const removed: Record<Imported, string[]> = { products: [], customers: [], orders: [] };
    for (const table of REMOVED) {
      const present = options.present?.[table];
      if (present) removed[table] = await removeMissing(trx, table, present);
    }
    const counts = (table: Imported, rows: unknown[]): ImportCounts => ({
      added: written[table].added.length,
      changed: written[table].changed.length,
      unchanged: rows.length - written[table].added.length - written[table].changed.length,
      removed: removed[table],
    });
    report = {
      products: counts('products', products),
      customers: counts('customers', customers),
      orders: counts('orders', orders),
    };
    if (options.dryRun) throw undo;
    const shopChanged =
      part.shop !== undefined ||
      part.policy !== undefined ||
      part.promotions !== undefined ||
      known.size + report.products.added + report.products.changed + removed.products.length > 0;
    if (shopChanged && !options.quiet)
      for (const channel of CHANNELS) await sql`select pg_notify(${channel}, '')`.execute(trx);
  };
  await db
    .transaction()
    .execute(write)
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  if (!report) throw new Error('The import ended without a report.');
  return report;
}
