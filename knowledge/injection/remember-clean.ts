import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';

/**
 * Keeps marks of chunks, by their ids, in the background. Rows that are being changed are left out: nobody waits for
 * this, and a mark that is not kept costs the next reader a screening.
 */
export function rememberClean(db: Kysely<Database>, marks: ReadonlyMap<string, string>): void {
  const ids = [...marks.keys()];
  sql`
    update chunks set clean_mark = fresh.mark
    from (
      select id, mark from chunks
      join unnest(${ids}::text[], ${[...marks.values()]}::text[]) as given (given_id, mark) on id = given_id
      where live
      for update of chunks skip locked
    ) fresh
    where chunks.id = fresh.id`
    .execute(db)
    .catch(() => undefined);
}
