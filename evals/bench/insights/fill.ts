import type { DatabaseHandle } from '../../../stores/database.ts';

/** Each talk has four turns, so eight messages; spread evenly over the days up to now. */
const STATEMENTS = [
  `insert into conversations (id, owner_kind, owner_id, status, created_at, updated_at)
   select 'c' || n, 'visitor', 'v' || n % ($1::int / 2), 'bot', at, at
   from generate_series(1, $1::int) n
   cross join lateral (select now() - ($2::int * n::float8 / $1::int) * interval '1 day' as at) time`,
  `insert into messages (id, conversation_id, seq, author, text, language, body, created_at)
   select c.id || '-' || k, c.id, k, case k % 2 when 1 then 'customer' else 'bot' end, 'How long does delivery take, please?', 'en',
     case k % 2 when 1 then '{}' else jsonb_build_object('citations', jsonb_build_array(jsonb_build_object('documentId', 'd' || (hashtext(c.id) & 63)))) end,
     c.created_at + k * interval '20 seconds'
   from conversations c cross join generate_series(1, 8) k`,
  `insert into turns (conversation_id, message_id, reply_id, seq, status, route, routes, intent, confidence, language, engine, first_token_ms, total_ms, trace, model_calls, spared_calls, input_tokens, output_tokens, created_at, finished_at)
   select c.id, c.id || '-' || k, c.id || '-' || k + 1, k, 'done',
     (array['knowledge', 'order', 'recommend', 'clarify', 'smalltalk'])[1 + (hashtext(c.id || k) & 1023) % 5], '{}',
     'intent_' || (hashtext(c.id || k) & 1023) % 45, 0.9, 'en', 'local', (hashtext(c.id || k) & 255) / 4.0, (hashtext(k || c.id) & 511) / 4.0,
     jsonb_build_object('steps', repeat('trace ', 60)), asked, 1 - asked, asked * 900, asked * 60, c.created_at + k * interval '20 seconds', c.created_at + k * interval '21 seconds'
   from conversations c cross join generate_series(1, 7, 2) k
   cross join lateral (select hashtext(k || c.id) & 1 as asked) model`,
  `insert into handoffs (conversation_id, reason, summary, language, status, requested_at, claimed_at, ended_at)
   select id, 'customer_request', '', 'en', 'resolved', created_at + interval '3 minutes', created_at + interval '4 minutes', created_at + interval '9 minutes'
   from conversations where hashtext(id) % 10 = 0`,
  `insert into card_events (conversation_id, message_id, product_id, kind, owner_kind, owner_id, created_at)
   select id, id || '-2', 'p' || n, kind, owner_kind, owner_id, created_at
   from conversations cross join generate_series(1, 3) n cross join (values ('shown'), ('clicked')) as kinds (kind)
   where hashtext(id) % 5 = 0`,
  `insert into feedback (message_id, conversation_id, rating, created_at)
   select id || '-8', id, case hashtext(id) % 3 when 0 then 'down' else 'up' end, created_at + interval '3 minutes'
   from conversations where hashtext(id) % 7 = 0`,
  `insert into unanswered_questions (conversation_id, message_id, question, language, topic, created_at)
   select id, id || '-3', 'q', 'en', 'topic ' || hashtext(id) % 300, created_at from conversations where hashtext(id) % 9 = 0`,
];

/** Fills a database with talks that ended, over so many days. */
export async function fillTalks({ pool }: DatabaseHandle, talks: number, days: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    for (const [place, statement] of STATEMENTS.entries())
      await client.query(statement, place === 0 ? [talks, days] : []);
    for (const table of [
      'conversations',
      'messages',
      'turns',
      'handoffs',
      'card_events',
      'feedback',
      'unanswered_questions',
    ])
      await client.query(`vacuum analyze ${table}`);
  } finally {
    client.release(true);
  }
}
