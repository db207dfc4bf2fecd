import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from './schema.ts';
import { type PromotionRow, promotionSchema } from './shop-files/schema.ts';

/** The shop's offers as last handed in; null where it hands none in. */
export interface PromotionStore {
  all(): Promise<PromotionRow[] | null>;
}

const storedSchema = z.array(promotionSchema).nullable().catch(null);

export const createPromotionStore = (db: Kysely<Database>): PromotionStore => ({
  async all() {
    const row = await db.selectFrom('settings').select('value').where('key', '=', 'promotions').executeTakeFirst();
    return storedSchema.parse(row?.value ?? null);
  },
});
