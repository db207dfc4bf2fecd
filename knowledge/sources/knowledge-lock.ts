import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../../stores/schema.ts';

/** Any number that nobody else in the database uses. */
const LOCK = 5_338_010;

/**
 * Waits for those who change chunks, holds off others until the transaction ends, and tells the listeners then;
 * `pieces`: how many change, as far as that is known.
 */
export const takeTurn = (pieces?: number) =>
  sql`select pg_advisory_xact_lock(${LOCK}), pg_notify('kefu_knowledge', ${pieces?.toString() ?? ''})`;

/**
 * Runs changes to chunks in a transaction of their own, one after another in the whole installation, so that
 * revisions are committed in their order and a reader who saw number n has seen all below it. Listeners of
 * `kefu_knowledge` are told on commit.
 */
export const changeKnowledge = <Result>(
  db: Kysely<Database>,
  change: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> =>
  db.transaction().execute(async (trx) => {
    await takeTurn().execute(trx);
    return change(trx);
  });

/** The number to stamp a changed chunk with, inside {@link changeKnowledge}. */
export const nextRevision = () => sql<number>`nextval('knowledge_revision')`;
