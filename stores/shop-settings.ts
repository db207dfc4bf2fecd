import type { Kysely } from 'kysely';
import { z } from 'zod';
import { localText } from './local-text.ts';
import { readOperatorSection } from './operator-settings.ts';
import type { Database, LocalText } from './schema.ts';

const localTextSchema = z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })]);

const shopSettingsSchema = z.object({
  name: localTextSchema,
  /** ISO 4217. */
  currency: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  locales: z.array(z.string()),
  /** As the shop wrote it: a text, or opening hours by day. */
  supportHours: z.unknown(),
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** The settings row `shop`, written by the import. Undefined while no shop is loaded. */
export async function findShopOfFiles(db: Kysely<Database>): Promise<ShopSettings | undefined> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', 'shop').executeTakeFirst();
  return row && shopSettingsSchema.parse(row.value);
}

/** What the shop is: its files, and over them what was set in the console. Undefined while no shop is loaded. */
export async function findShop(db: Kysely<Database>): Promise<ShopSettings | undefined> {
  const [shop, { name, hours }] = await Promise.all([findShopOfFiles(db), readOperatorSection(db, 'shop')]);
  if (!shop) return undefined;
  return { ...shop, ...(name ? { name: overText(shop.name, name) } : {}), ...(hours ? { supportHours: hours } : {}) };
}

/** Each language as set, and as it was where nothing is set. */
const overText = (before: LocalText, set: { zh?: string | undefined; en?: string | undefined }): LocalText => ({
  zh: set.zh ?? localText(before, 'zh'),
  en: set.en ?? localText(before, 'en'),
});

/** As {@link findShop}; throws when no shop is loaded. */
export async function readShop(db: Kysely<Database>): Promise<ShopSettings> {
  const shop = await findShop(db);
  if (!shop) throw new Error('No shop is loaded into this database.');
  return shop;
}
