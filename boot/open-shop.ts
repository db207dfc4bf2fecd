import type { Settings } from '../config/env.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { readShopFiles } from '../stores/shop-files.ts';
import { importShop } from '../stores/shop-import.ts';
import { findShop, readShop, type ShopSettings } from '../stores/shop-settings.ts';

/** Any number that nobody else in the database uses: of several processes that start at once, one imports. */
const LOCK = 5_338_002;

/** Loads the shop of the settings into a database that has none. */
export async function openShop(
  database: DatabaseHandle,
  settings: Pick<Settings, 'shopDir'>,
  onImport: () => void,
): Promise<ShopSettings> {
  const known = await findShop(database.db);
  if (known) return known;
  const files = await readShopFiles(settings.shopDir);
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    if (!(await findShop(database.db))) {
      onImport();
      await importShop(database.db, files);
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
  return readShop(database.db);
}
