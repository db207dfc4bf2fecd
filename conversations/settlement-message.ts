import type { Kysely } from 'kysely';
import { type AppError, conflict, notFound } from '../config/errors.ts';
import { isUuid } from '../stores/is-uuid.ts';
import type { Database } from '../stores/schema.ts';
import { PHRASES } from './phrases.ts';
import type { Caller } from './ports.ts';
import type { AdmissionRequest } from './turns/turn-admission.ts';

export interface Settlement {
  caller: Caller;
  conversationId: string;
  confirmationId: string;
  approve: boolean;
}

export const alreadySettled = (): AppError =>
  conflict('confirmation_settled', 'This was confirmed or cancelled already.');

/**
 * The message that a press of the button stands for. Its client id makes the second press a resend. AppError:
 * not_found, confirmation_settled, confirmation_expired.
 */
export async function settlementMessage(db: Kysely<Database>, settlement: Settlement): Promise<AdmissionRequest> {
  const { caller, conversationId, confirmationId, approve } = settlement;
  if (!isUuid(confirmationId)) throw notFound('confirmation');
  const row = await db
    .selectFrom('confirmations as f')
    .innerJoin('conversations as c', 'c.id', 'f.conversation_id')
    .select(['f.id', 'f.status', 'f.expires_at', 'c.language', 'c.status as conversation'])
    .where('f.id', '=', confirmationId)
    .where('f.conversation_id', '=', conversationId)
    .where('c.owner_kind', '=', caller.kind)
    .where('c.owner_id', '=', caller.id)
    .executeTakeFirst();
  if (!row) throw notFound('confirmation');
  if (row.status === 'expired' || (row.status === 'pending' && row.expires_at <= new Date())) {
    throw conflict('confirmation_expired', 'This question has run out. Please ask for the change again.');
  }
  // Only the bot acts on a confirmation: with a person in the conversation, or after its end, it is void.
  if (row.status === 'pending' && row.conversation !== 'bot') {
    throw conflict('confirmation_expired', 'The conversation is with a person now, who will see to the change.');
  }
  if (row.status !== 'pending') throw alreadySettled();
  return {
    caller,
    conversationId,
    clientId: `confirmation:${row.id}`,
    text: PHRASES[approve ? 'approve' : 'reject'][row.language],
    settlement: { confirmationId: row.id, approve },
  };
}
