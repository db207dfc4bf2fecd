import type { Settings } from '../config/env.ts';
import { sheetFolder } from '../shops/files/shop-sources.ts';
import { withAdvisoryLock } from '../stores/advisory-lock.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { readShopFiles } from '../stores/shop-files/shop-files.ts';
import { importShop } from '../stores/shop-files/shop-import.ts';
import { findShop, readShop, type ShopSettings } from '../stores/shop-settings.ts';

const LOCK = 5_338_002;

/** Loads the shop of the settings into a database that has none. */
export async function openShop(
  database: DatabaseHandle,
  settings: Pick<Settings, 'shopDir'>,
  onImport: () => void,
): Promise<ShopSettings> {
  const known = await findShop(database.db);
  if (known) return known;
  const files = await readShopFiles(settings.shopDir, await sheetFolder(settings.shopDir));
  await withAdvisoryLock(database.pool, LOCK, async () => {
    if (await findShop(database.db)) return;
    onImport();
    await importShop(database.db, files);
  });
  return readShop(database.db);
}
