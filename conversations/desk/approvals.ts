import { type Kysely, sql } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import { orderPhrases } from '../../graph/phrases/orders.ts';
import { phrasesIn } from '../../graph/phrases/phrases.ts';
import { localText } from '../../stores/local-text.ts';
import type { Database, Language } from '../../stores/schema.ts';
import type { ConfirmationSettler } from '../../tools/settle-confirmation.ts';
import { confirmationView } from '../confirmation-view.ts';
import { writeConversation } from '../conversation-write.ts';
import { type LedgerFilter, type LedgerRow, readLedger } from './ledger.ts';

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
}

/** Risky changes at the desk, and the ledger of all changes. */
export interface ChangeDesk {
  list(filter?: { conversationId?: string }): Promise<Approval[]>;
  /** Carries the change out or drops it, once; the customer is told in the conversation. */
  decide(
    id: string,
    staffId: string,
    decision: { approve: boolean; note?: string | undefined },
  ): Promise<{ outcome: string }>;
  /** In the words of a language: what was agreed to is told in it where it was stored so. */
  ledger(filter: LedgerFilter, language?: Language): Promise<LedgerRow[]>;
}

const LISTED = 200;

export function createChangeDesk(deps: {
  db: Kysely<Database>;
  settler: ConfirmationSettler;
  shop: { currency: string; timeZone: string };
}): ChangeDesk {
  const { db, settler, shop } = deps;
  return {
    list: (filter = {}) => listApprovals(db, filter),

    async decide(id, staffId, { approve, note }) {
      const row = await db
        .selectFrom('change_approvals as a')
        .innerJoin('confirmations as f', 'f.id', 'a.confirmation_id')
        .innerJoin('conversations as c', 'c.id', 'a.conversation_id')
        .select(['a.decided_at', 'a.conversation_id', 'f.customer_id', 'c.language'])
        .where(sql<string>`a.confirmation_id::text`, '=', id)
        .executeTakeFirst();
      if (!row) throw notFound('approval');
      if (row.decided_at) throw conflict('approval_decided', 'This was decided already.');
      const settled = await settler.settle({
        confirmationId: id,
        conversationId: row.conversation_id,
        customerId: row.customer_id,
        approve,
        approvedBy: staffId,
        now: new Date(),
        view: { ...shop, language: row.language },
      });
      // The shop's system did not answer: it stays to be decided.
      if (settled.outcome === 'unavailable')
        throw conflict('shop_unavailable', 'The shop’s system did not carry it out; nothing was changed.');
      const said = orderPhrases(row.language);
      const text =
        settled.outcome === 'done'
          ? said.approved(settled.text)
          : settled.outcome === 'rejected'
            ? said.declined(note ?? null)
            : phrasesIn(row.language).refused('rule' in settled ? settled.rule : null);
      await writeConversation(db, { conversationId: row.conversation_id }, async (writer) => {
        const decided = await writer.trx
          .updateTable('change_approvals')
          .set({
            decided_at: sql`now()`,
            decided_by: staffId,
            approved: settled.outcome === 'done',
            note: note ?? null,
          })
          .where(sql<string>`confirmation_id::text`, '=', id)
          .where('decided_at', 'is', null)
          .executeTakeFirst();
        if (decided.numUpdatedRows > 0n) await writer.addMessage({ author: 'system', text, language: row.language });
      });
      return { outcome: settled.outcome };
    },

    ledger: (filter, language = 'en') => readLedger(db, filter, language),
  };
}

/** Open approvals, oldest first; texts in the conversation's language. */
export async function listApprovals(
  db: Kysely<Database>,
  filter: { conversationId?: string } = {},
): Promise<Approval[]> {
  let query = db
    .selectFrom('change_approvals as a')
    .innerJoin('confirmations as f', 'f.id', 'a.confirmation_id')
    .innerJoin('conversations as c', 'c.id', 'a.conversation_id')
    .innerJoin('customers as k', 'k.id', 'f.customer_id')
    .select(['f.id', 'f.args', 'f.action', 'f.summary', 'f.changes', 'f.expires_at', 'f.customer_id', 'k.name'])
    .select(['a.conversation_id', 'a.amount', 'a.requested_at', 'c.language'])
    .where('a.decided_at', 'is', null)
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
    };
  });
}
