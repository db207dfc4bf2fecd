import { type Kysely, sql } from 'kysely';
import { type AppError, conflict, notFound } from '../../../config/errors.ts';
import { orderPhrases } from '../../../graph/phrases/orders.ts';
import { phrasesIn } from '../../../graph/phrases/phrases.ts';
import { isUuid } from '../../../stores/is-uuid.ts';
import type { Database, Language } from '../../../stores/schema.ts';
import type { ConfirmationSettler } from '../../../tools/settle-confirmation.ts';
import type { Settled } from '../../../tools/settling/settled.ts';
import { writeConversation } from '../../conversation-write.ts';
import { asCustomerWrites } from '../../handoff/tell-customer.ts';

export interface Decision {
  approve: boolean;
  /** Told to the customer when it is refused. */
  note?: string | undefined;
}

/** What people at the desk decide about changes that wait for them. */
export interface Decisions {
  /**
   * Carries out what is stored as decided, and tells the customer. AppError: shop_unavailable and change_in_doubt (it
   * then waits for a decision).
   */
  carryOut(id: string): Promise<{ outcome: string }>;
  /** AppError: not_found, approval_decided, and those of carryOut. */
  decide(id: string, staffId: string, decision: Decision): Promise<{ outcome: string }>;
  /**
   * Carries on with decisions older than `before` that broke off; resolves with how many customers were told.
   * AggregateError: of those that failed again.
   */
  resume(before: Date): Promise<number>;
}

const ROUND = 50;

/**
 * A decision is stored first, and for the first of two at once; then it is carried out and the customer is told. What
 * breaks off in between is taken up by {@link Decisions.resume}: settling and telling happen once, however often tried.
 */
export function createDecisions(deps: {
  db: Kysely<Database>;
  settler: ConfirmationSettler;
  shop: { currency: string; timeZone: string };
}): Decisions {
  const { db, settler, shop } = deps;

  async function store(id: string, staffId: string, { approve, note }: Decision): Promise<void> {
    if (!isUuid(id)) throw notFound('approval');
    const stored = await db
      .updateTable('change_approvals')
      .set({ decided_at: sql`now()`, decided_by: staffId, approved: approve, note: note ?? null })
      .where('confirmation_id', '=', id)
      .where('decided_at', 'is', null)
      .executeTakeFirst();
    if (stored.numUpdatedRows > 0n) return;
    const known = await db
      .selectFrom('change_approvals')
      .select('confirmation_id')
      .where('confirmation_id', '=', id)
      .executeTakeFirst();
    throw known ? conflict('approval_decided', 'This was decided already.') : notFound('approval');
  }

  /** Does what was decided. Without the shop's answer it is left open, for somebody to decide anew. */
  async function carryOn(id: string): Promise<{ settled: Settled; told: boolean }> {
    const row = await db
      .selectFrom('change_approvals as a')
      .innerJoin('confirmations as f', 'f.id', 'a.confirmation_id')
      .innerJoin('conversations as c', 'c.id', 'a.conversation_id')
      .select([
        'a.conversation_id',
        'a.approved',
        'a.decided_by',
        'a.note',
        'a.by_desk',
        'f.customer_id',
        'c.language',
        'c.dialogue',
      ])
      .where('a.confirmation_id', '=', id)
      .executeTakeFirstOrThrow();
    const settled = await settler.settle({
      confirmationId: id,
      conversationId: row.conversation_id,
      customerId: row.customer_id,
      approve: row.approved === true,
      approvedBy: row.decided_by ?? '',
      now: new Date(),
      view: { ...shop, language: row.language },
    });
    if (unanswered(settled)) {
      await reopen(id);
      return { settled, told: false };
    }
    const said = decidedText(settled, row);
    const text = said && (await asCustomerWrites(row.dialogue, said));
    const told = await writeConversation(db, { conversationId: row.conversation_id }, async (writer) => {
      const first = await writer.trx
        .updateTable('change_approvals')
        .set({
          told_at: sql`now()`,
          // Another try may have opened it again meanwhile, since the shop did not answer that one.
          decided_at: sql`coalesce(decided_at, now())`,
          decided_by: row.decided_by,
          approved: row.approved,
          note: row.note,
        })
        .where('confirmation_id', '=', id)
        .where('told_at', 'is', null)
        .executeTakeFirst();
      if (first.numUpdatedRows === 0n) return false;
      if (text === undefined) return false;
      await writer.addMessage({ author: 'system', text, language: row.language });
      await writer.tellConfirmation(id);
      return true;
    });
    return { settled, told };
  }

  const reopen = (id: string) =>
    db
      .updateTable('change_approvals')
      .set({ decided_at: null, decided_by: null, approved: null, note: null })
      .where('confirmation_id', '=', id)
      .where('told_at', 'is', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('confirmations as f')
            .select('f.id')
            .whereRef('f.id', '=', 'change_approvals.confirmation_id')
            .where('f.status', '=', 'awaiting_approval'),
        ),
      )
      .execute();

  async function carryOut(id: string): Promise<{ outcome: string }> {
    const { settled } = await carryOn(id);
    const fault = unanswered(settled);
    if (fault) throw fault;
    return { outcome: settled.outcome };
  }

  return {
    carryOut,

    async decide(id, staffId, decision) {
      await store(id, staffId, decision);
      return carryOut(id);
    },

    async resume(before) {
      const due = await db
        .selectFrom('change_approvals')
        .select('confirmation_id')
        .where('told_at', 'is', null)
        .where('decided_at', '<', before)
        .orderBy('decided_at')
        .limit(ROUND)
        .execute();
      let count = 0;
      const faults: unknown[] = [];
      for (const { confirmation_id } of due)
        await carryOn(confirmation_id).then(
          ({ told }) => {
            if (told) count += 1;
          },
          (fault: unknown) => faults.push(fault),
        );
      // One that cannot be done holds up no other.
      if (faults.length > 0) throw new AggregateError(faults, `${faults.length} decisions could not be carried on.`);
      return count;
    },
  };
}

/** Why a decision stays open. Undefined: it was carried out. */
function unanswered(settled: Settled): AppError | undefined {
  if (settled.outcome === 'in_doubt')
    return conflict(
      'change_in_doubt',
      'It was approved before and sent to the shop’s system, which has not answered. Look there whether it was made, or approve it again to find out: it can’t be made twice.',
    );
  if (settled.outcome !== 'unavailable') return undefined;
  return settled.inDoubt
    ? conflict(
        'change_in_doubt',
        'The shop’s system did not answer, so it isn’t known whether it made the change. Approve it again to find out: it can’t be made twice.',
      )
    : conflict('shop_unavailable', 'The shop’s system did not carry it out; nothing was changed.');
}

/** What the customer is told of a decision. Undefined: nothing came of what only the desk wanted. */
function decidedText(
  settled: Settled,
  { language, note, by_desk }: { language: Language; note: string | null; by_desk: boolean },
): string | undefined {
  const said = orderPhrases(language);
  if (by_desk) return settled.outcome === 'done' ? said.undoneByDesk(settled.text, note) : undefined;
  if (settled.outcome === 'done') return said.approved(settled.text);
  if (settled.outcome === 'rejected') return said.declined(note);
  return phrasesIn(language).refused('rule' in settled ? settled.rule : null);
}
