import { type Kysely, sql } from 'kysely';
import { localText } from '../../../stores/local-text.ts';
import type { Database, Language } from '../../../stores/schema.ts';
import type { WriteTool } from '../../../tools/changes/write-tool.ts';
import { orderStatusLabel } from '../../../tools/orders/order-status.ts';
import type { Policy } from '../../../tools/policy/rule.ts';
import { confirmationView } from '../../confirmation-view.ts';
import { type ApprovalRule, approvalRule } from './approval-rule.ts';

/** A change that its customer agreed to and a person has to approve. */
export interface Approval {
  id: string;
  conversationId: string;
  customerId: string;
  customerName: string;
  orderId: string | null;
  /** As it stands now; null where the change is of no order. */
  order: { status: string; label: Record<Language, string>; total: number; placedAt: string } | null;
  action: string;
  summary: string;
  changes: Array<{ field: string; from: string | null; to: string | null }>;
  /** What goes back to the customer. */
  amount: number | null;
  currency: string;
  /** In the customer's words, or the one of the shop's reasons that they chose. */
  reason: string | null;
  /** The customer says that the goods are at fault. */
  fault: boolean;
  rule: ApprovalRule | null;
  /** The agent who proposed it. `byDesk`: nobody but them asked for it. */
  proposedBy: string | null;
  byDesk: boolean;
  requestedAt: string;
  /** Decided, and being carried out: by whom and how. Null: it waits. */
  decided: { by: string | null; approve: boolean } | null;
}

const LISTED = 200;

/** Approvals that are open or being carried out, oldest first; texts in the conversation's language. */
export async function listApprovals(
  {
    db,
    shop,
    ...rules
  }: { db: Kysely<Database>; policy: Policy; tools: readonly WriteTool[]; shop: { currency: string } },
  filter: { conversationId?: string } = {},
): Promise<Approval[]> {
  let query = db
    .selectFrom('change_approvals as a')
    .innerJoin('confirmations as f', 'f.id', 'a.confirmation_id')
    .innerJoin('conversations as c', 'c.id', 'a.conversation_id')
    .innerJoin('customers as k', 'k.id', 'f.customer_id')
    .leftJoin('staff as p', 'p.id', 'f.proposed_by')
    .leftJoin('staff as s', (join) => join.on(sql`s.id::text`, '=', sql.ref('a.decided_by')))
    .leftJoin('orders as o', (join) =>
      join.on('o.id', '=', sql<string>`f.args ->> 'orderId'`).onRef('o.customer_id', '=', 'f.customer_id'),
    )
    .select(['f.id', 'f.args', 'f.action', 'f.summary', 'f.changes', 'f.expires_at', 'f.customer_id', 'k.name'])
    .select(['a.conversation_id', 'a.amount', 'a.requested_at', 'a.decided_at', 'a.approved', 'a.by_desk'])
    .select(['c.language', 's.name as decided_by', 'p.name as proposed_by', 'o.status', 'o.total', 'o.placed_at'])
    .where('a.told_at', 'is', null)
    .orderBy('a.requested_at')
    .limit(LISTED);
  if (filter.conversationId !== undefined) query = query.where('a.conversation_id', '=', filter.conversationId);
  return (await query.execute()).map((row) => {
    const { summary, changes } = confirmationView({ ...row, expiresAt: row.expires_at.toISOString() }, row.language);
    const { orderId, reason, fault } = row.args;
    const { status, total, placed_at } = row;
    return {
      id: row.id,
      conversationId: row.conversation_id,
      customerId: row.customer_id,
      customerName: localText(row.name, row.language),
      orderId: typeof orderId === 'string' ? orderId : null,
      order:
        status !== null && total !== null && placed_at
          ? {
              status,
              label: { zh: orderStatusLabel(status, 'zh'), en: orderStatusLabel(status, 'en') },
              total,
              placedAt: placed_at.toISOString(),
            }
          : null,
      action: row.action,
      summary,
      changes,
      amount: row.amount,
      currency: shop.currency,
      reason: typeof reason === 'string' && reason !== '' ? reason : null,
      fault: fault === true,
      rule: approvalRule(rules, row.action),
      proposedBy: row.proposed_by,
      byDesk: row.by_desk,
      requestedAt: row.requested_at.toISOString(),
      decided: row.decided_at && { by: row.decided_by, approve: row.approved === true },
    };
  });
}
