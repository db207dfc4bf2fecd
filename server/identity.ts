import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Settings } from '../config/env.ts';
import type { Database } from '../stores/schema.ts';

/** HMAC keys, as text of 32 characters or more. */
export interface Secrets {
  /** Shared with the shop's own server, which signs its customers' tokens with it. */
  identity: string;
  /** Signs visitors' and staff's tokens and never leaves this service: holders of the other can't make either. */
  service: string;
}

/** Reads the secrets, making those that are missing once; every process on the same database gets the same. */
export async function loadSecrets(db: Kysely<Database>, settings: Pick<Settings, 'identitySecret'>): Promise<Secrets> {
  return {
    identity: settings.identitySecret ?? (await keptSecret(db, 'identity_secret')),
    service: await keptSecret(db, 'service_secret'),
  };
}

async function keptSecret(db: Kysely<Database>, key: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ key, value: JSON.stringify(randomBytes(48).toString('base64url')) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirstOrThrow();
  if (typeof value !== 'string' || value.length < 32) throw new Error(`The setting ${key} in the database is damaged.`);
  return value;
}
