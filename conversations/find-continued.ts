import { type Kysely, sql } from 'kysely';
import type { Database } from '../stores/schema.ts';
import { storable } from './message-text.ts';
import type { Caller } from './ports.ts';

const LOOKED_AT = 50;

/**
 * The caller's own conversation whose last word is this reply, the newest first: how a client that names none goes on
 * with it. Undefined when there is none among the latest.
 */
export async function findContinued(
  db: Kysely<Database>,
  { kind, id }: Caller,
  lastReply: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom(
      db
        .selectFrom('conversations')
        .select(['id', 'updated_at'])
        .where('owner_kind', '=', kind)
        .where('owner_id', '=', id)
        .orderBy('updated_at', 'desc')
        .limit(LOOKED_AT)
        .as('c'),
    )
    .select('c.id')
    .where(
      sql<string>`(
        select btrim(m.text, E' \\n\\t') from messages m
        where m.conversation_id = c.id and m.author <> 'system' order by m.seq desc limit 1
      )`,
      '=',
      storable(lastReply).trim(),
    )
    .orderBy('c.updated_at', 'desc')
    .executeTakeFirst();
  return row?.id;
}
