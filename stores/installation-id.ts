import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** A name for this database that no other has, made once: it sets apart what is kept on shared servers. */
export async function installationId(db: Kysely<Database>): Promise<string> {
  await db
    .insertInto('settings')
    .values({ key: 'installation_id', value: JSON.stringify(randomBytes(6).toString('hex')) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'installation_id')
    .executeTakeFirstOrThrow();
  return String(row.value);
}
