import { type Kysely, sql } from 'kysely';
import { localText } from '../../stores/local-text.ts';
import type { Database } from '../../stores/schema.ts';
import type { DeskEntry } from '../ports.ts';
import { outcomeFollows } from './outcome-follows.ts';

/** Conversations as the desk lists them: their open handoff, who has it, and what its people wrote last. */
const selectEntries = (db: Kysely<Database>) =>
  db
    .selectFrom('conversations as c')
    .leftJoin('handoffs as h', (join) =>
      join.onRef('h.conversation_id', '=', 'c.id').on('h.status', 'in', ['waiting', 'claimed']),
    )
    .leftJoin('staff as s', 's.id', 'h.claimed_by')
    .leftJoin('customers as customer', (join) =>
      join.onRef('customer.id', '=', 'c.owner_id').on('c.owner_kind', '=', 'customer'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('messages')
          .leftJoin('turns', 'turns.message_id', 'messages.id')
          .select(['messages.author', 'messages.text', 'messages.created_at'])
          .whereRef('messages.conversation_id', '=', 'c.id')
          .where('messages.author', 'in', ['customer', 'agent'])
          // "A person, please" is the reason already: before it stands what the matter is.
          .orderBy(sql`turns.intent is not distinct from 'human_agent'`)
          .orderBy('messages.seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    // The customer's first message after the agent's last: since when a reply is due.
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('messages as m')
          .select((one) => one.fn.min('m.created_at').as('since'))
          .whereRef('m.conversation_id', '=', 'c.id')
          .where('m.author', '=', 'customer')
          .whereRef('m.created_at', '>=', 'h.requested_at')
          .where(sql<boolean>`not ${outcomeFollows}`)
          .where('m.seq', '>', (one) =>
            one.fn.coalesce(
              one
                .selectFrom('messages as a')
                .select((last) => last.fn.max('a.seq').as('seq'))
                .whereRef('a.conversation_id', '=', 'c.id')
                .where('a.author', '=', 'agent'),
              one.val(0),
            ),
          )
          .as('unanswered'),
      (join) => join.onTrue(),
    )
    .select([
      'c.id',
      'c.status',
      'c.owner_kind',
      'c.owner_id',
      'c.language',
      'customer.name as customer_name',
      'h.reason',
      'h.summary',
      'h.mood',
      'h.requested_at',
      'h.rule',
      'h.contact',
      'h.first_reply_at',
      'h.claimed_at',
      'unanswered.since as unanswered_since',
      (eb) =>
        eb
          .selectFrom('conversation_labels as l')
          .select(sql<string[]>`array_agg(l.label order by l.created_at)`.as('labels'))
          .whereRef('l.conversation_id', '=', 'c.id')
          .as('labels'),
      's.id as staff_id',
      's.name as staff_name',
      'last.author as last_author',
      'last.text as last_text',
      'last.created_at as last_at',
    ]);

type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number];

const deskEntry = (row: EntryRow): DeskEntry => ({
  conversationId: row.id,
  status: row.status,
  customer: { kind: row.owner_kind, id: row.owner_id, name: localText(row.customer_name, row.language) || null },
  language: row.language,
  reason: row.reason,
  summary: row.summary,
  mood: row.mood ?? 'neutral',
  rule: row.rule,
  contact: row.contact,
  labels: row.labels ?? [],
  waitingSince: row.requested_at?.toISOString() ?? null,
  claimedAt: row.claimed_at?.toISOString() ?? null,
  firstReplyAt: row.first_reply_at?.toISOString() ?? null,
  unansweredSince: row.unanswered_since?.toISOString() ?? null,
  claimedBy: row.staff_id !== null && row.staff_name !== null ? { id: row.staff_id, name: row.staff_name } : null,
  lastMessage:
    row.last_author !== null && row.last_text !== null && row.last_at !== null
      ? { author: row.last_author, text: row.last_text, at: row.last_at.toISOString() }
      : null,
});

/** Those that wait first, each group by how long it waits. */
export async function listEntries(
  db: Kysely<Database>,
  options: { status: Array<'waiting' | 'human' | 'closed'>; label?: string | undefined; limit: number },
): Promise<DeskEntry[]> {
  const rows = await selectEntries(db)
    .where('c.status', 'in', options.status)
    .$if(options.label !== undefined, (query) =>
      query.where('c.id', 'in', (eb) =>
        eb
          .selectFrom('conversation_labels')
          .select('conversation_id')
          .where('label', '=', options.label ?? ''),
      ),
    )
    .orderBy(sql`c.status = 'waiting'`, 'desc')
    .orderBy(sql`coalesce(h.requested_at, c.updated_at)`)
    .orderBy('c.id')
    .limit(options.limit)
    .execute();
  return rows.map(deskEntry);
}

export async function findEntry(db: Kysely<Database>, conversationId: string): Promise<DeskEntry | undefined> {
  const row = await selectEntries(db).where('c.id', '=', conversationId).executeTakeFirst();
  return row && deskEntry(row);
}
