import type { Kysely } from 'kysely';
import { localText } from '../../../stores/local-text.ts';
import type { Database } from '../../../stores/schema.ts';
import { confirmationView } from '../../confirmation-view.ts';

/** A change that its customer agreed to and a person has to approve. */
export interface Approval {
  id: string;
  conversationId: string;
  customerId: string;
  customerName: string;
  orderId: string | null;
  action: string;
  summary: string;
  changes: Array<{ field: string; from: string | null; to: string | null }>;
  /** What goes back to the customer. */
  amount: number | null;
  requestedAt: string;
  /** Decided, and being carried out: by whom and how. Null: it waits. */
  decided: { by: string | null; approve: boolean } | null;
}

const LISTED = 200;

/** Approvals that are open or being carried out, oldest first; texts in the conversation's language. */
export async function listApprovals(
  db: Kysely<Database>,
  filter: { conversationId?: string } = {},
): Promise<Approval[]> {
  let query = db
    .selectFrom('change_approvals as a')
    .innerJoin('confirmations as f', 'f.id', 'a.confirmation_id')
    .innerJoin('conversations as c', 'c.id', 'a.conversation_id')
    .innerJoin('customers as k', 'k.id', 'f.customer_id')
    .leftJoin('staff as s', (join) => join.on((eb) => eb(eb.cast<string>('s.id', 'text'), '=', eb.ref('a.decided_by'))))
    .select(['f.id', 'f.args', 'f.action', 'f.summary', 'f.changes', 'f.expires_at', 'f.customer_id', 'k.name'])
    .select(['a.conversation_id', 'a.amount', 'a.requested_at', 'a.decided_at', 'a.approved', 'c.language'])
    .select('s.name as decided_by')
    .where('a.told_at', 'is', null)
    .orderBy('a.requested_at')
    .limit(LISTED);
  if (filter.conversationId !== undefined) query = query.where('a.conversation_id', '=', filter.conversationId);
  return (await query.execute()).map((row) => {
    const { summary, changes } = confirmationView({ ...row, expiresAt: row.expires_at.toISOString() }, row.language);
    return {
      id: row.id,
      conversationId: row.conversation_id,
      customerId: row.customer_id,
      customerName: localText(row.name, row.language),
      orderId: typeof row.args.orderId === 'string' ? row.args.orderId : null,
      action: row.action,
      summary,
      changes,
      amount: row.amount,
      requestedAt: row.requested_at.toISOString(),
      decided: row.decided_at && { by: row.decided_by, approve: row.approved === true },
    };
  });
}
