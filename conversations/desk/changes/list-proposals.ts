import type { Kysely } from 'kysely';
import type { Database, Language } from '../../../stores/schema.ts';
import { confirmationView, statusNow } from '../../confirmation-view.ts';

/** A change that an agent proposed in a conversation, and what became of it. */
export interface ChangeProposal {
  id: string;
  action: string;
  orderId: string | null;
  summary: string;
  changes: Array<{ field: string; from: string | null; to: string | null }>;
  status: 'pending' | 'approved' | 'awaiting_approval' | 'done' | 'failed' | 'rejected' | 'expired';
  proposedBy: string;
  /** Times are ISO 8601. */
  createdAt: string;
  expiresAt: string;
}

const SHOWN = 20;

/** The newest first; texts as the customer reads them. */
export async function listProposals(
  db: Kysely<Database>,
  conversationId: string,
  language: Language,
): Promise<ChangeProposal[]> {
  const rows = await db
    .selectFrom('confirmations as f')
    .innerJoin('staff as s', 's.id', 'f.proposed_by')
    .select(['f.id', 'f.action', 'f.args', 'f.summary', 'f.changes', 'f.status', 'f.expires_at', 'f.created_at'])
    .select('s.name as proposed_by')
    .where('f.conversation_id', '=', conversationId)
    .orderBy('f.created_at', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    ...confirmationView({ ...row, expiresAt: row.expires_at.toISOString() }, language),
    orderId: typeof row.args.orderId === 'string' ? row.args.orderId : null,
    status: statusNow(row),
    proposedBy: row.proposed_by,
    createdAt: row.created_at.toISOString(),
  }));
}
