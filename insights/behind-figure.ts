import type pg from 'pg';
import { CARDS_BOUGHT, JUDGED_CONVERSATIONS } from './counting.ts';
import { spanOfDays } from './span-of-days.ts';

/** A conversation behind a figure. */
export interface CountedConversation {
  conversationId: string;
  startedAt: string;
  language: string;
  status: string;
  /** The customer's first words. */
  preview: string;
}

const turnsWhere = (condition: string) =>
  `select distinct conversation_id as id from turns
   where created_at >= $1 and created_at < $2 and route is not null and error_code is distinct from 'with_person' and ${condition}`;
const timed = (table: string, time: string, condition: string) =>
  `select distinct conversation_id as id from ${table} where ${time} >= $1 and ${time} < $2 and ${condition}`;

/** For each metric the conversations that its counter counted; $4 is the key. */
const BEHIND: Record<string, string> = {
  conversations: `with ${JUDGED_CONVERSATIONS} select id from resolved where key = $4`,
  turns: `${turnsWhere("case $4 when 'all' then true when 'degraded' then degraded when 'failed' then status = 'failed' else false end")}
    union ${timed('unanswered_questions', 'created_at', "$4 = 'unanswered'")}`,
  route: turnsWhere('route = $4'),
  intent: turnsWhere("coalesce(intent, 'unclear') = $4"),
  language: turnsWhere("coalesce(language, '?') = $4"),
  engine: turnsWhere("coalesce(engine, 'local') = $4"),
  handoff: timed('handoffs', 'requested_at', 'reason = $4'),
  handoff_end: timed('handoffs', 'requested_at', 'status = $4 and ended_at is not null'),
  rating: timed('ratings', 'created_at', 'score::text = $4'),
  feedback: timed('feedback', 'created_at', 'rating = $4'),
  feedback_reason: timed('feedback', 'created_at', 'reason = $4'),
  card: `with ${CARDS_BOUGHT} ${timed('card_events', 'created_at', 'kind = $4')}
    union select conversation_id from bought where $4 = 'bought'`,
  card_product: timed('card_events', 'created_at', "kind = 'clicked' and product_id = $4"),
  model: timed(
    'turns',
    'created_at',
    "case $4 when 'used' then model_calls > 0 when 'spared' then spared_calls > 0 and model_calls = 0 else false end",
  ),
  gap: timed('unanswered_questions', 'created_at', 'topic = $4'),
  cited: timed(
    'messages',
    'created_at',
    "author = 'bot' and body -> 'citations' @> jsonb_build_array(jsonb_build_object('documentId', $4::text))",
  ),
};

const LISTED = 200;

/** The newest conversations that a figure counts; empty for a metric of no conversations. */
export async function behindFigure(
  deps: { pool: pg.Pool; timeZone: string },
  figure: { metric: string; key: string; from: string; to: string },
): Promise<CountedConversation[]> {
  const statement = BEHIND[figure.metric];
  if (!statement) return [];
  const { rows } = await deps.pool.query<Omit<CountedConversation, 'startedAt'> & { startedAt: Date }>(
    `select c.id as "conversationId", c.created_at as "startedAt", c.language, c.status, coalesce(first.text, '') as preview
     from (${statement}) counted
     join conversations c on c.id = counted.id
     left join lateral (
       select left(text, 200) as text from messages m where m.conversation_id = c.id and m.author = 'customer' order by seq limit 1
     ) first on true
     where $3::text is not null
     order by c.created_at desc limit ${LISTED}`,
    [...(await spanOfDays(deps, figure)), deps.timeZone, figure.key],
  );
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() }));
}
