import { type Kysely, sql } from 'kysely';
import { notFound } from '../config/errors.ts';
import type { Database } from '../stores/schema.ts';
import type { Caller, CardEvent } from './ports.ts';

/**
 * Keeps what was done with a reply's product cards, once each; how many were new. Products that the reply does not
 * show are left out, so that counts can't be made up. Not found for another's conversation.
 */
export async function keepCardEvent(
  db: Kysely<Database>,
  caller: Caller,
  conversationId: string,
  { messageId, kind, productIds }: CardEvent,
): Promise<number> {
  const { rows } = await sql<{ own: boolean; kept: number }>`
    with message as (
      select m.id, m.conversation_id, m.body from messages m join conversations c on c.id = m.conversation_id
      where c.id = ${conversationId} and c.owner_kind = ${caller.kind} and c.owner_id = ${caller.id}
        and m.id = ${messageId} and m.author = 'bot'
    ), kept as (
      insert into card_events (conversation_id, message_id, product_id, kind, owner_kind, owner_id)
      select distinct conversation_id, id, shown.product ->> 'id', ${kind}, ${caller.kind}, ${caller.id}
      from message cross join lateral jsonb_path_query(body, '$.cards[*].products[*]') as shown (product)
      where shown.product ->> 'id' = any(${productIds}::text[])
      on conflict do nothing
      returning 1
    )
    select exists (select from message) as own, (select count(*) from kept)::int as kept`.execute(db);
  const [row] = rows;
  if (!row?.own) throw notFound('message');
  return row.kept;
}
