import type { SelectQueryBuilder } from 'kysely';
import type { Database } from './schema.ts';

const MOST = 1_000;

/** A part of a list; without a limit, and at most, 1,000 rows. The query says its order. */
export const pageOf = <Tables extends keyof Database, Row>(
  query: SelectQueryBuilder<Database, Tables, Row>,
  { limit = MOST, offset = 0 }: { limit?: number; offset?: number },
): SelectQueryBuilder<Database, Tables, Row> => query.limit(Math.min(limit, MOST)).offset(offset);

/** How many rows a query has that selects nothing yet. */
export async function countOf<Tables extends keyof Database>(
  query: SelectQueryBuilder<Database, Tables, object>,
): Promise<number> {
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}
