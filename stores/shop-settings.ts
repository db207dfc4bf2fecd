import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from './schema.ts';

const localText = z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })]);

const shopSettingsSchema = z.object({
  name: localText,
  /** ISO 4217. */
  currency: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  locales: z.array(z.string()),
  /** As the shop wrote it: a text, or opening hours by day. */
  supportHours: z.unknown(),
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** What the shop is: the settings row `shop`, written by the import. Undefined while no shop is loaded. */
export async function findShop(db: Kysely<Database>): Promise<ShopSettings | undefined> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', 'shop').executeTakeFirst();
  return row && shopSettingsSchema.parse(row.value);
}

/** As {@link findShop}; throws when no shop is loaded. */
export async function readShop(db: Kysely<Database>): Promise<ShopSettings> {
  const shop = await findShop(db);
  if (!shop) throw new Error('No shop is loaded into this database.');
  return shop;
}
