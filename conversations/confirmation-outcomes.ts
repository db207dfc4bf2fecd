import type { Kysely } from 'kysely';
import type { Database } from '../stores/schema.ts';
import { statusNow } from './confirmation-view.ts';
import type { ConversationView, MessageView } from './ports.ts';

/** What became of the changes that messages put to the customer, by the confirmation's id; one look-up by key. */
export async function outcomesOf(db: Kysely<Database>, messages: MessageView[]): Promise<ConversationView['outcomes']> {
  const ids = messages.flatMap(({ confirmation, result }) => confirmation?.id ?? result?.confirmation?.id ?? []);
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('confirmations')
    .select(['id', 'status', 'expires_at'])
    .where('id', 'in', ids)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, statusNow(row)]));
}
