import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';

/** Ids of the chunks that were changed after a revision, the removed ones too. */
export async function changedSince(db: Kysely<Database>, revision: number): Promise<Set<string>> {
  const rows = await db.selectFrom('chunks').select('id').where('revision', '>', revision).execute();
  return new Set(rows.map(({ id }) => id));
}
