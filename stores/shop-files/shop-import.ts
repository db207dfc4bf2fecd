import { type Kysely, sql, type Transaction } from 'kysely';
import { countAllPurchases } from '../purchases.ts';
import type { Database } from '../schema.ts';
import { readShop } from '../shop-settings.ts';
import type { ShopFiles } from './shop-files.ts';
import { customerRow, daysToMove, orderRow, productRow } from './shop-rows.ts';
import { type Imported, removeMissing, replaceItems, upsert } from './write-shop-rows.ts';

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

/** The order in which removed rows may go, and in which rows may come. */
const REMOVED: readonly Imported[] = ['orders', 'customers', 'products'];

export interface ImportOptions {
  now?: Date;
  /** Ids that stay; the others of that kind are removed. */
  present?: Partial<Record<Imported, ReadonlySet<string>>>;
  /** Tells what would be done, and does nothing. */
  dryRun?: boolean;
  /** Other processes are not told. */
  quiet?: boolean;
}

/**
 * Writes a shop, or parts of one, into the database in one transaction: rows with a known id are overwritten where
 * they differ, others added. With shop.asOf, the orders' dates move by whole days so that asOf is today.
 */
export async function importShop(
  db: Kysely<Database>,
  part: ShopPart,
  options: ImportOptions = {},
): Promise<ImportReport> {
  if (!options.dryRun) return db.transaction().execute((trx) => writeShop(trx, part, options));
  const trx = await db.startTransaction().execute();
  try {
    return await writeShop(trx, part, options);
  } finally {
    await trx.rollback().execute();
  }
}

async function writeShop(trx: Transaction<Database>, part: ShopPart, options: ImportOptions): Promise<ImportReport> {
  await writeSettings(trx, part);
  const written = await writeRows(trx, part, options.now ?? new Date());
  await countAllPurchases(trx);
  const removed: Record<Imported, string[]> = { products: [], customers: [], orders: [] };
  for (const table of REMOVED) {
    const present = options.present?.[table];
    if (present) removed[table] = await removeMissing(trx, table, present);
  }
  if (!options.quiet && changesShop(part, written, removed.products))
    for (const channel of CHANNELS) await sql`select pg_notify(${channel}, '')`.execute(trx);
  return reportOf(part, written, removed);
}

async function writeSettings(trx: Transaction<Database>, part: ShopPart): Promise<void> {
  const { asOf: _asOf, ...shop } = part.shop ?? {};
  const settings = { shop: part.shop && shop, policy: part.policy, promotions: part.promotions };
  for (const [key, told] of Object.entries(settings)) {
    if (told === undefined) continue;
    const value = JSON.stringify(told);
    await trx
      .insertInto('settings')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  }
}

/** The ids of what was written; `relined`: orders of which only the lines differ. */
type Written = Record<Imported, { added: string[]; changed: string[] }> & { relined: string[] };

async function writeRows(trx: Transaction<Database>, part: ShopPart, now: Date): Promise<Written> {
  const { products = [], customers = [], orders = [] } = part;
  const { timeZone, locales } = part.shop ?? (await readShop(trx));
  const move = { days: daysToMove({ asOf: part.shop?.asOf ?? null, timeZone, orders }, now), timeZone };
  const language = locales[0] ?? 'zh';
  const written = {
    products: await upsert(trx, 'products', products.map(productRow)),
    customers: await upsert(
      trx,
      'customers',
      customers.map((customer) => customerRow(customer, language)),
    ),
    orders: await upsert(
      trx,
      'orders',
      orders.map((order) => orderRow(order, move)),
    ),
  };
  const known = new Set([...written.orders.added, ...written.orders.changed]);
  const relined = (await replaceItems(trx, orders)).filter((id) => !known.has(id));
  return { ...written, relined };
}

function reportOf(part: ShopPart, written: Written, removed: Record<Imported, string[]>): ImportReport {
  const counts = (table: Imported): ImportCounts => {
    const added = written[table].added.length;
    const changed = written[table].changed.length + (table === 'orders' ? written.relined.length : 0);
    return { added, changed, unchanged: (part[table]?.length ?? 0) - added - changed, removed: removed[table] };
  };
  return { products: counts('products'), customers: counts('customers'), orders: counts('orders') };
}

/** Whether other processes have anything to read anew. */
const changesShop = (part: ShopPart, { products, orders }: Written, removedProducts: string[]): boolean =>
  part.shop !== undefined ||
  part.policy !== undefined ||
  part.promotions !== undefined ||
  [products.added, products.changed, removedProducts, orders.added, orders.changed].some((ids) => ids.length > 0);
