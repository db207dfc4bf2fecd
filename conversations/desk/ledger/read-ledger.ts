import { type Kysely, sql } from 'kysely';
import { containing } from '../../../stores/escape-like.ts';
import { localText } from '../../../stores/local-text.ts';
import type { Database, Language } from '../../../stores/schema.ts';
import type { Policy } from '../../../tools/policy/rule.ts';
import { confirmationView } from '../../confirmation-view.ts';
import { type StandingChange, undoRefusals } from './undo-refusals.ts';

/** One write of the ledger. */
export interface LedgerRow {
  id: number;
  at: string;
  customerId: string;
  customerName: string;
  conversationId: string;
  orderId: string | null;
  action: string;
  /** What the customer agreed to, in words. */
  summary: string;
  /** The same field by field, as it was shown before the yes. */
  changes: Array<{ field: string; from: string | null; to: string | null }>;
  /** The values as they were and as they became. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** `customer`, or the id of the member of staff who approved it. */
  actor: string;
  /** Name of who approved it; null: nobody had to. */
  approvedBy: string | null;
  /** The agent at the desk who proposed it; null: the customer asked the bot. */
  proposedBy: string | null;
  /** Nobody but the agent who proposed it asked for it. */
  byDesk: boolean;
  reason: string | null;
  turnId: string | null;
  undoes: number | null;
  /** The change that took it back. */
  undoneBy: number | null;
  /** Whether the desk may take it back now; else why not, null where it was taken back or takes one back. */
  undoable: boolean;
  notUndoable: string | null;
}

export interface LedgerFilter {
  customerId?: string | undefined;
  orderId?: string | undefined;
  action?: string | undefined;
  /** `done`: it stands; `undone`: it was taken back. */
  state?: 'done' | 'undone' | undefined;
  /** In what was agreed to, the reason, the order's number or the names of customer and agents. */
  q?: string | undefined;
  /** ISO 8601; `to` is not in it. */
  from?: string | undefined;
  to?: string | undefined;
  /** Older than this row. */
  before?: number | undefined;
  limit?: number | undefined;
}

export interface LedgerDeps {
  db: Kysely<Database>;
  policy: Policy;
  shop: { currency: string; timeZone: string };
}

const LISTED = 200;

/** The changes of orders that were carried out, newest first; at most 200, older ones with `before`. */
export async function readLedger(deps: LedgerDeps, filter: LedgerFilter, language: Language): Promise<LedgerRow[]> {
  const rows = await selectLedger(deps.db, filter).execute();
  const standing = rows.flatMap((row): StandingChange[] => {
    const { id, action, before, after } = row;
    if (row.order_id === null || row.undoes !== null || row.undone_by !== null) return [];
    return [{ id, action, before, after, customerId: row.customer_id, orderId: row.order_id, at: row.created_at }];
  });
  const refusals = await undoRefusals(deps, standing, language);
  const mayStand = new Set(standing.map(({ id }) => id));
  return rows.map((row) => {
    const expiresAt = row.expires_at.toISOString();
    const { summary, changes } = confirmationView({ ...row, id: row.confirmation_id, expiresAt }, language);
    return {
      id: row.id,
      at: row.created_at.toISOString(),
      customerId: row.customer_id,
      customerName: localText(row.customer_name, language),
      conversationId: row.conversation_id,
      orderId: row.order_id,
      action: row.action,
      summary,
      changes,
      before: row.before,
      after: row.after,
      actor: row.actor,
      approvedBy: row.approved_by,
      proposedBy: row.proposed_by,
      byDesk: row.by_desk === true,
      reason: row.reason,
      turnId: row.turn_id,
      undoes: row.undoes,
      undoneBy: row.undone_by,
      undoable: mayStand.has(row.id) && !refusals.has(row.id),
      notUndoable: refusals.get(row.id) ?? null,
    };
  });
}

function selectLedger(db: Kysely<Database>, filter: LedgerFilter) {
  const { customerId, orderId, action, state, q, from, to, before, limit } = filter;
  let query = db
    .selectFrom('order_changes as o')
    .innerJoin('confirmations as f', 'f.id', 'o.confirmation_id')
    .innerJoin('customers as k', 'k.id', 'o.customer_id')
    .leftJoin('staff as s', 's.id', 'f.proposed_by')
    .leftJoin('change_approvals as a', 'a.confirmation_id', 'f.id')
    .leftJoin('staff as by', (join) => join.on(sql`by.id::text`, '=', sql.ref('a.decided_by')))
    .leftJoin('order_changes as u', 'u.undoes', 'o.id')
    .selectAll('o')
    .select(['f.conversation_id', 'f.summary', 'f.changes', 'f.expires_at', 'k.name as customer_name'])
    .select(['s.name as proposed_by', 'by.name as approved_by', 'u.id as undone_by', 'a.by_desk'])
    .orderBy('o.id', 'desc')
    .limit(Math.min(limit ?? LISTED, LISTED));
  if (customerId !== undefined) query = query.where('o.customer_id', '=', customerId);
  if (orderId !== undefined) query = query.where('o.order_id', '=', orderId);
  if (action !== undefined) query = query.where('o.action', '=', action);
  if (state !== undefined) query = query.where('u.id', state === 'undone' ? 'is not' : 'is', null);
  if (from !== undefined) query = query.where('o.created_at', '>=', new Date(from));
  if (to !== undefined) query = query.where('o.created_at', '<', new Date(to));
  if (before !== undefined) query = query.where('o.id', '<', before);
  const texts = sql`concat_ws(' ', o.order_id, f.summary::text, f.changes::text, o.reason, k.name::text, s.name, by.name)`;
  if (q !== undefined && q.trim() !== '') query = query.where(sql<boolean>`${texts} ilike ${containing(q.trim())}`);
  return query;
}
