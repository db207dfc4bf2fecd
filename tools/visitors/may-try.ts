import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';

const HOUR_MS = 3_600_000;
const LIMITS = { visitor: 6, order: 6, contact: 10 } as const;

/** Contacts and numbers are kept as hashes only. */
export const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Counts a try of looking an order up, right or wrong, for the visitor, the order's number and the contact; false
 * when one of them has had its share of the last hour. In PostgreSQL: all processes count together.
 */
export async function mayTry(
  db: Kysely<Database>,
  tried: { visitor: string; order: string; contact: string },
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - HOUR_MS);
  const keys = (['visitor', 'order', 'contact'] as const).map((kind) => ({
    kind,
    key: hashed(`${kind}:${tried[kind]}`),
  }));
  await db.deleteFrom('lookup_tries').where('at', '<', since).execute();
  await db
    .insertInto('lookup_tries')
    .values(keys.map(({ key }) => ({ key, at: now })))
    .execute();
  const rows = await db
    .selectFrom('lookup_tries')
    .select((eb) => ['key', eb.fn.countAll<number>().as('n')])
    .where(
      'key',
      'in',
      keys.map(({ key }) => key),
    )
    .where('at', '>=', since)
    .groupBy('key')
    .execute();
  return keys.every(({ kind, key }) => Number(rows.find((row) => row.key === key)?.n ?? 0) <= LIMITS[kind]);
}
