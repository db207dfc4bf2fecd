import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../stores/schema.ts';

/** Stores a change that waits for its customer's yes, as a turn would; resolves with its id. */
export async function aConfirmation(
  db: Kysely<Database>,
  asked: {
    conversationId: string;
    customerId: string;
    action: string;
    args: Record<string, unknown>;
    expiresAt: Date;
  },
): Promise<string> {
  const id = randomUUID();
  const { conversationId, customerId, action, args, expiresAt } = asked;
  await db
    .insertInto('confirmations')
    .values({
      id,
      conversation_id: conversationId,
      customer_id: customerId,
      turn_id: randomUUID(),
      proposed_by: null,
      action,
      args: JSON.stringify(args),
      summary: '""',
      changes: '[]',
      expires_at: expiresAt,
      settled_at: null,
      result: null,
    })
    .execute();
  return id;
}
