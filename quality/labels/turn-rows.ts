import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Language } from '../../stores/schema.ts';
import { understoodRequestSchema } from '../../understanding/types.ts';
import type { LabelQueue, LabelState, LabelView, PredictedRequest, TurnQuery, TurnToLabel } from './ports.ts';
import { slotsOf } from './slots-of.ts';

export interface TurnRow {
  id: string;
  conversation_id: string;
  text: string;
  language: Language;
  created_at: Date;
  route: string | null;
  engine: string | null;
  doubt: number | null;
  reply: string | null;
  rating: 'up' | 'down' | null;
  comment: string | null;
  unanswered: boolean;
  escalated: boolean;
  requests: unknown;
  labels: LabelView[];
  disputed: boolean;
  before: Array<{ author: string; text: string }>;
}

const UNDERSTOOD = sql`t.status = 'done' and jsonb_path_exists(t.trace, '$[*] ? (@.step == "understand")')`;
const LABELLED = sql`exists (select from labels l where l.turn_id = t.id and not l.skipped)`;
const DISPUTED = sql`exists (
  select from labels l where l.turn_id = t.id and not l.skipped
  having count(distinct label_intents(l.requests)) > 1 and not bool_or(l.settles))`;

const STATES: Record<LabelState, (query: TurnQuery) => RawBuilder<unknown>> = {
  open: () => sql`not exists (select from labels l where l.turn_id = t.id)`,
  // Labelled by others and not yet by the one who asks.
  second: ({ labeller }) =>
    sql`${LABELLED} and not exists (select from labels l where l.turn_id = t.id and l.labeller = ${labeller ?? ''})`,
  labelled: () => LABELLED,
  skipped: () => sql`exists (select from labels l where l.turn_id = t.id and l.skipped) and not ${LABELLED}`,
  disputed: () => DISPUTED,
  all: () => sql`true`,
};

const QUEUES: Record<LabelQueue, { only: RawBuilder<unknown>; order: RawBuilder<unknown> }> = {
  doubt: { only: sql`true`, order: sql`turn_doubt(t.trace) desc nulls last, t.created_at desc` },
  feedback: {
    only: sql`exists (select from feedback f where f.message_id = t.reply_id and f.rating = 'down')`,
    order: sql`t.created_at desc`,
  },
  unanswered: {
    only: sql`('escalate' = any(t.routes) or exists (select from unanswered_questions u where u.message_id = t.message_id))`,
    order: sql`t.created_at desc`,
  },
  newest: { only: sql`true`, order: sql`t.created_at desc` },
};

const SELECT = sql`
  select t.id, t.conversation_id, m.text, coalesce(t.language, m.language, 'zh') as language, t.created_at, t.route,
    t.engine, turn_doubt(t.trace) as doubt, r.text as reply, f.rating, f.comment,
    exists (select from unanswered_questions u where u.message_id = t.message_id) as unanswered,
    'escalate' = any(t.routes) as escalated,
    jsonb_path_query_first(t.trace, '$[*] ? (@.step == "understand").data.requests') as requests,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', l.id, 'requests', l.requests, 'reply', l.reply, 'note', l.note,
        'skipped', l.skipped, 'settles', l.settles, 'labeller', l.labeller,
        'updatedAt', to_char(l.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by l.created_at)
      from labels l where l.turn_id = t.id), '[]') as labels,
    ${DISPUTED} as disputed,
    coalesce((
      select jsonb_agg(jsonb_build_object('author', b.author, 'text', left(b.text, 600)) order by b.seq)
      from (select author, text, seq from messages b
            where b.conversation_id = t.conversation_id and b.seq < t.seq order by seq desc limit 4) b), '[]') as before`;
const FROM = sql`
  from turns t join messages m on m.id = t.message_id
    left join messages r on r.id = t.reply_id left join feedback f on f.message_id = t.reply_id`;

/** What stands behind `where` for a query; every part of it is a parameter. */
function conditions(query: TurnQuery): RawBuilder<unknown> {
  const all = [UNDERSTOOD, STATES[query.state](query), QUEUES[query.queue].only];
  if (query.intent)
    all.push(
      sql`jsonb_path_exists(t.trace, '$[*] ? (@.step == "understand").data.requests[*] ? (@.intent == $intent)',
        jsonb_build_object('intent', ${query.intent}::text))`,
    );
  if (query.language) all.push(sql`t.language = ${query.language}`);
  if (query.q) all.push(sql`m.text ilike ${`%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`);
  return sql.join(all, sql` and `);
}

export const selectTurns = (query: TurnQuery): RawBuilder<TurnRow> =>
  sql<TurnRow>`${SELECT} ${FROM} where ${conditions(query)} order by ${QUEUES[query.queue].order}, t.id
    limit ${query.limit} offset ${query.offset}`;

/** Counts no further than `most`. */
export const countTurns = (query: TurnQuery, most: number): RawBuilder<{ total: number }> =>
  sql<{
    total: number;
  }>`select count(*) as total from (select ${FROM} where ${conditions(query)} limit ${most}) as found`;

export const selectTurn = (turnId: string): RawBuilder<TurnRow> =>
  sql<TurnRow>`${SELECT} ${FROM} where t.id = ${turnId} and ${UNDERSTOOD}`;

/** A stored turn as labelling sees it; what an older version stored in another shape is left out. */
export function turnToLabel(row: TurnRow): TurnToLabel {
  const requests = z.array(understoodRequestSchema).catch([]).parse(row.requests);
  return {
    turnId: row.id,
    conversationId: row.conversation_id,
    at: row.created_at.toISOString(),
    text: row.text,
    language: row.language,
    route: row.route,
    engine: row.engine,
    doubt: row.doubt ?? 0,
    reply: row.reply,
    rating: row.rating,
    comment: row.comment,
    unanswered: row.unanswered,
    escalated: row.escalated,
    predicted: requests.map(
      ({ text, intent, route, confidence, alternatives, slots }): PredictedRequest => ({
        text: text.trim() || row.text,
        intent,
        route,
        confidence,
        alternatives,
        slots: slotsOf(slots),
        inContext: false,
      }),
    ),
    labels: row.labels,
    disputed: row.disputed,
    before: row.before,
  };
}
