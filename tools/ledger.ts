import type { Kysely } from 'kysely';
import type { Database } from '../stores/schema.ts';

/** One write as the ledger keeps it: rows are never changed. */
export interface LedgerEntry {
  id: number;
  action: string;
  orderId: string | null;
  /** The values that were set, as they were and as they became. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  at: Date;
}

/** A customer's latest change (of an order, or of any) that is no undoing and was not taken back. */
export async function lastChange(
  db: Kysely<Database>,
  customerId: string,
  orderId?: string,
): Promise<LedgerEntry | null> {
  let query = db
    .selectFrom('order_changes as c')
    .select(['c.id', 'c.action', 'c.order_id', 'c.before', 'c.after', 'c.created_at'])
    .where('c.customer_id', '=', customerId)
    .where('c.undoes', 'is', null)
    .where('c.order_id', 'is not', null)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('order_changes as u').select('u.id').whereRef('u.undoes', '=', 'c.id'))),
    )
    .orderBy('c.id', 'desc')
    .limit(1);
  if (orderId !== undefined) query = query.where('c.order_id', '=', orderId);
  const row = await query.executeTakeFirst();
  return row
    ? {
        id: row.id,
        action: row.action,
        orderId: row.order_id,
        before: row.before,
        after: row.after,
        at: row.created_at,
      }
    : null;
}
