import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { gatherShopFiles, type KnownShop, type ShopFileSource } from '../../stores/shop-files/shop-files.ts';
import { type ImportReport, importShop } from '../../stores/shop-files/shop-import.ts';

export interface FilesImport {
  source: ShopFileSource;
  /** Counts what would be done, and changes nothing. */
  dryRun: boolean;
  /** Rows of a list that is handed in are removed when they are not in it any more. */
  removeMissing: boolean;
  /** Writes what fits though some rows don't; otherwise one faulty row keeps all back. */
  skipRefused: boolean;
}

/** What an import did. `applied`: something may have been written. */
export interface FilesReport extends ImportReport {
  applied: boolean;
  /** File, row and field of each fault, and what was expected. */
  refused: string[];
}

const NOTHING = { added: 0, changed: 0, unchanged: 0, removed: [] };

async function readKnown(db: Kysely<Database>): Promise<KnownShop> {
  const [customers, products] = await Promise.all([
    db.selectFrom('customers').select('id').execute(),
    db.selectFrom('products').select(['id', 'name']).execute(),
  ]);
  return {
    customerIds: new Set(customers.map(({ id }) => id)),
    productNames: new Map(products.map(({ id, name }) => [id, name])),
  };
}

/** Takes a shop's files in again: all of them or some, in one transaction, with a report of every row. */
export async function importFiles(db: Kysely<Database>, request: FilesImport): Promise<FilesReport> {
  const found = await gatherShopFiles(request.source, await readKnown(db));
  if (found.faults.length > 0 && !request.skipRefused)
    return { products: NOTHING, customers: NOTHING, orders: NOTHING, applied: false, refused: found.faults };
  const given = (['products', 'customers', 'orders'] as const).filter((list) => found[list] !== undefined);
  const present = Object.fromEntries(given.map((list) => [list, found.ids[list]]));
  const report = await importShop(db, found, {
    dryRun: request.dryRun,
    ...(request.removeMissing ? { present } : {}),
  });
  return { ...report, applied: !request.dryRun, refused: found.faults };
}
