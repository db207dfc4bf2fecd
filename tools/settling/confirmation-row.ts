import { type Selectable, sql, type Transaction } from 'kysely';
import type { Database } from '../../stores/schema.ts';

/** A stored confirmation. */
export type ConfirmationRow = Selectable<Database['confirmations']>;

/** What the customer agreed to, as it was meant when the shop's system was asked for it first. */
export type Intent = NonNullable<ConfirmationRow['intent']>;

/** Ends a confirmation, and with it all doubt. */
export const close = (
  trx: Transaction<Database>,
  row: ConfirmationRow,
  now: Date,
  status: 'done' | 'failed' | 'rejected' | 'expired' | 'awaiting_approval',
  result: Record<string, unknown> | null = null,
) =>
  trx
    .updateTable('confirmations')
    .set({ status, settled_at: now, intent: null, result: result === null ? null : JSON.stringify(result) })
    .where('id', '=', row.id)
    .execute();

/** A no after the yes went to the shop: not sent again by itself, and whether it was done is for a person to find out. */
export async function withdraw(trx: Transaction<Database>, row: ConfirmationRow): Promise<void> {
  await trx
    .updateTable('confirmations')
    .set({ intent: JSON.stringify({ ...row.intent, withdrawn: true }) })
    .where('id', '=', row.id)
    .execute();
}

/** Asked for and not answered: until it is, everybody who looks is told that it is not known. */
export async function leaveInDoubt(trx: Transaction<Database>, row: ConfirmationRow): Promise<void> {
  if (row.intent?.unanswered) return;
  await trx
    .updateTable('confirmations')
    .set({ intent: JSON.stringify({ ...row.intent, unanswered: true }) })
    .where('id', '=', row.id)
    .execute();
}

/** Puts the change before the desk, which hears of it at the commit though the talk is still the bot's. */
export async function askForApproval(trx: Transaction<Database>, row: ConfirmationRow, amount: number): Promise<void> {
  await trx
    .insertInto('change_approvals')
    .values({
      confirmation_id: row.id,
      conversation_id: row.conversation_id,
      amount,
      decided_at: null,
      decided_by: null,
      approved: null,
      note: null,
    })
    .onConflict((conflict) => conflict.column('confirmation_id').doNothing())
    .execute();
  await sql`select pg_notify('kefu_desk', ${`${row.conversation_id} bot`})`.execute(trx);
}

/**
 * After the shop's own system did not do it for sure: over with its no, open for another yes where it was not reached.
 * What a person approved waits for one again.
 */
export async function reopenOrEnd(
  trx: Transaction<Database>,
  { id, status }: ConfirmationRow,
  { refused, now, retryMs }: { refused: boolean; now: Date; retryMs: number },
): Promise<void> {
  const open = { status: 'pending', expires_at: new Date(now.getTime() + retryMs) } as const;
  const next = refused ? ({ status: 'failed', settled_at: now } as const) : open;
  await trx
    .updateTable('confirmations')
    .set({
      intent: null,
      result: JSON.stringify({ shop: refused ? 'refused' : 'unavailable' }),
      ...(status === 'awaiting_approval' ? {} : next),
    })
    .where('id', '=', id)
    .execute();
}
