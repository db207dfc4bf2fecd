import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';

/**
 * Names the last purge that has begun: what was made of knowledge read after this mark was taken, and while it is
 * the same, has nothing in it that a purge must remove.
 */
export async function purgeMark(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select count(started_at) || ' ' || coalesce(extract(epoch from max(started_at)), 0) as mark from purges`.execute(
    db,
  );
  return rows[0]?.mark ?? '';
}
