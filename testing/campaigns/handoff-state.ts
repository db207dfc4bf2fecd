import type pg from 'pg';
import type { StoryResult } from './handoff-story.ts';

/** What is in the database after the campaign; every list but the first is of faults. */
export interface HandoffState {
  handoffs: number;
  /** Conversations with another number of handoffs, claims or returns than one. */
  oddHandoffs: string[];
  /** Messages that stand twice, or not at all. */
  oddMessages: string[];
  /** Bot messages whose event lies between a claim and the return. */
  botAfterClaim: string[];
  /** Turns that did not end, or ended with neither a reply nor a person. */
  oddTurns: string[];
}

/** Reads the tables and compares them with what the clients did. */
export async function readHandoffState(pool: pg.Pool, stories: StoryResult[]): Promise<HandoffState> {
  const ids = async (sql: string) => (await pool.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const { rows: messages } = await pool.query<{ conversation: string; author: string; client: string; text: string }>(
    `select conversation_id as conversation, author, coalesce(client_id, '') as client, text from messages
     where author in ('customer', 'agent') order by conversation_id, seq`,
  );
  const byConversation = Map.groupBy(messages, ({ conversation }) => conversation);
  const oddMessages = stories.flatMap(({ conversationId, sent, said }) => {
    const stored = byConversation.get(conversationId) ?? [];
    const customer = stored.filter(({ author }) => author === 'customer').map(({ client }) => client);
    const agent = stored.filter(({ author }) => author === 'agent').map(({ text }) => text);
    // Two messages sent at once may be stored in either order; an agent's never are.
    const same = customer.sort().join() === [...sent].sort().join() && agent.join() === said.join();
    return same ? [] : [`${conversationId}: ${[...customer, ...agent].join(', ')}`];
  });
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from handoffs');
  return {
    handoffs: rows[0]?.count ?? 0,
    oddHandoffs: await ids(
      `select c.id from conversations c left join handoffs h on h.conversation_id = c.id
       left join handoff_steps s on s.handoff_id = h.id
       group by c.id
       having count(distinct h.id) <> 1
         or count(s.id) filter (where s.step = 'claimed') <> 1 or count(s.id) filter (where s.step = 'returned') <> 1`,
    ),
    oddMessages,
    botAfterClaim: await ids(
      `select m.id from conversation_events e
       join messages m on m.id = e.payload ->> 'messageId' and m.author = 'bot'
       where e.type = 'message' and 'human' = (
         select s.payload ->> 'status' from conversation_events s
         where s.conversation_id = e.conversation_id and s.type = 'status' and s.seq < e.seq
         order by s.seq desc limit 1
       )`,
    ),
    oddTurns: await ids(
      `select t.conversation_id as id from turns t left join messages r on r.id = t.reply_id
       where t.status <> 'done' or (r.id is null) = (t.error_code is distinct from 'with_person')`,
    ),
  };
}
