import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../stores/schema.ts';

/** Minutes throughout; null: never. */
export const deskSettingsSchema = z.object({
  /** A waiting customer is told that it takes longer, and of the ways out. */
  nudgeAfter: z.number().min(0.1).max(1440).nullable().default(5),
  /** A customer who got no word from their agent for so long goes back into the queue. */
  releaseAfter: z.number().min(0.1).max(1440).nullable().default(20),
  /** Aim for an agent's first words; the desk shows what is late. */
  firstReplyWithin: z.number().min(0.1).max(1440).default(3),
  /** Aim for each later reply. */
  replyWithin: z.number().min(0.1).max(1440).default(5),
});
export type DeskSettings = z.infer<typeof deskSettingsSchema>;

const KEY = 'desk';

/** The desk's times as stored, defaults where nothing is. */
export async function readDeskSettings(db: Kysely<Database>): Promise<DeskSettings> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  const parsed = deskSettingsSchema.safeParse(row?.value ?? {});
  return parsed.success ? parsed.data : deskSettingsSchema.parse({});
}

export async function writeDeskSettings(db: Kysely<Database>, settings: DeskSettings): Promise<DeskSettings> {
  const value = JSON.stringify(settings);
  await db
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  return settings;
}
