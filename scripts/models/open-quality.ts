import type { QualityShop } from '../../boot/quality.ts';
import { createQuality } from '../../boot/quality.ts';
import { readSettings, type Settings } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import { createLogger } from '../../config/logger.ts';
import { withOtherLanguage } from '../../knowledge/text/in-other-language.ts';
import type { Quality } from '../../quality/ports.ts';
import { openDatabase } from '../../stores/database.ts';
import { runningPostgresUrl } from '../../stores/embedded/running-postgres.ts';
import { allTexts } from '../../stores/local-text.ts';
import { createProductStore } from '../../stores/products.ts';
import { readShop } from '../../stores/shop-settings.ts';

export interface OpenQuality {
  quality: Quality;
  settings: Settings;
  logger: Logger;
  shop: () => Promise<QualityShop>;
  close(): Promise<void>;
}

/** QA's services on the database of the Kefu that runs on these settings. Undefined: there is none. */
export async function openQualityHere(): Promise<OpenQuality | undefined> {
  const settings = readSettings();
  const url = settings.databaseUrl ?? runningPostgresUrl(settings.dataDir);
  if (!url) {
    console.error('No database: start Kefu first, with the same KEFU_DATA_DIR, or set DATABASE_URL.');
    return undefined;
  }
  const logger = createLogger({ ...settings, logLevel: 'error' });
  const database = openDatabase({ url, logger, max: 3 });
  const shop = async () => {
    const [{ timeZone }, products] = await Promise.all([readShop(database.db), createProductStore(database.db).all()]);
    const catalogue = products.map(({ id, name, category, price }) => ({
      id,
      names: allTexts(name),
      category: withOtherLanguage(allTexts(category)),
      price,
    }));
    return { timeZone, catalogue };
  };
  const quality = createQuality({ db: database.db, logger, shop });
  const close = async () => {
    await quality.training.close();
    await database.close();
  };
  return { quality, settings, logger, shop, close };
}
