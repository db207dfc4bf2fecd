/*
 * Every figure is a counter: (day, metric, key, n). The statements below count one span of time, [$1, $2), by calendar
 * day in the time zone $3; what a figure is made of is defined here and nowhere else.
 *
 * | metric | key | counts |
 * |---|---|---|
 * | turns | all, unanswered, degraded, failed | the bot's turns |
 * | route, intent, language, engine | its name | the same turns |
 * | reply_ms, first_ms | milliseconds, rounded | the same turns, for exact quantiles |
 * | conversations | all, contained, handed_over, confirmed, assumed, verified, durable | by the day they began; see JUDGED_CONVERSATIONS |
 * | handoff | reason | handoffs by the day they were asked for |
 * | handoff_end | returned, resolved, cancelled | the same, by how they ended |
 * | wait_s | seconds | from the request to the claim |
 * | rating | 1 to 5 | customers' verdicts |
 * | feedback | up, down | on single replies |
 * | feedback_reason | reason | why down |
 * | cited | document id | replies that cite it |
 * | gap | topic | unanswered questions |
 * | card | shown, clicked, added, bought | products of cards, once a reply; bought: ordered by the same customer within seven days of being shown |
 * | card_product | product id | clicks |
 * | model | used, spared | turns that asked the model, and turns that had one and needed it for nothing |
 * | tokens | input, output | tokens of the model |
 */
const COUNT_TURNS = `
with turn as (
  select (created_at at time zone $3)::date as day, route, intent, language, engine, degraded, status,
    round(total_ms)::int as reply_ms, round(first_token_ms)::int as first_ms
  from turns
  where created_at >= $1 and created_at < $2 and route is not null and error_code is distinct from 'with_person'
), grouped as (
  select day, route, intent, language, engine, degraded, status, reply_ms, first_ms, count(*) as n,
    grouping(route) as g_route, grouping(intent) as g_intent, grouping(language) as g_language,
    grouping(engine) as g_engine, grouping(degraded) as g_degraded, grouping(status) as g_status,
    grouping(reply_ms) as g_reply, grouping(first_ms) as g_first
  from turn
  group by grouping sets (
    (day), (day, route), (day, intent), (day, language), (day, engine), (day, degraded), (day, status),
    (day, reply_ms), (day, first_ms)
  )
)
select day, 'route' as metric, route as key, n from grouped where g_route = 0
union all select day, 'intent', coalesce(intent, 'unclear'), n from grouped where g_intent = 0
union all select day, 'language', coalesce(language, '?'), n from grouped where g_language = 0
union all select day, 'engine', coalesce(engine, 'local'), n from grouped where g_engine = 0
union all select day, 'turns', 'degraded', n from grouped where g_degraded = 0 and degraded
union all select day, 'turns', 'failed', n from grouped where g_status = 0 and status = 'failed'
union all select day, 'reply_ms', reply_ms::text, n from grouped where g_reply = 0 and reply_ms is not null
union all select day, 'first_ms', first_ms::text, n from grouped where g_first = 0 and first_ms is not null
union all select day, 'turns', 'all', n from grouped
  where g_route + g_intent + g_language + g_engine + g_degraded + g_status + g_reply + g_first = 8`;

/**
 * Four kinds of resolution, side by side (common table expressions ending in `resolved`), of conversations that had a turn; none of them with a handoff or a bad end:
 * confirmed: the customer said so (a rating of 4 or 5, or thumbs up on the last reply);
 * assumed: the customer left after a reply and said nothing against it;
 * verified: assumed, and every reply stood on a source, an order or a settled change;
 * durable: assumed, and the same customer did not come back with one of its intents within seven days.
 */
export const JUDGED_CONVERSATIONS = `
talk as (
  select c.id, c.owner_kind, c.owner_id, c.created_at, (c.created_at at time zone $3)::date as day,
    exists (select from handoffs h where h.conversation_id = c.id) as handed,
    t.intents, t.last_reply, t.last_route, t.bad, t.unsourced
  from conversations c
  join lateral (
    select array_agg(distinct t.intent) as intents,
      (array_agg(t.reply_id order by t.seq desc))[1] as last_reply,
      (array_agg(t.route order by t.seq desc))[1] as last_route,
      bool_or(t.status = 'failed') as bad,
      bool_or(t.route in ('decline', 'clarify') or u.id is not null) as unsourced
    from turns t
    left join unanswered_questions u on u.message_id = t.message_id
    where t.conversation_id = c.id and t.route is not null and t.route <> 'smalltalk'
    having count(*) > 0
  ) t on true
  where c.created_at >= $1 and c.created_at < $2
), judged as (
  select talk.*, f.rating as thumb, r.score,
    not handed and not bad and f.rating is distinct from 'down' and coalesce(r.score, 5) > 2
      and last_route not in ('clarify', 'decline') as assumed
  from talk
  left join feedback f on f.message_id = talk.last_reply
  left join ratings r on r.conversation_id = talk.id and r.handoff_id is null
), resolved as (
  select judged.id, judged.day, judged.created_at, key
  from judged
  cross join lateral (
    values ('all', true), ('contained', not handed), ('handed_over', handed),
      ('confirmed', not handed and (thumb = 'up' or score >= 4)),
      ('assumed', assumed), ('verified', assumed and not unsourced),
      ('durable', assumed and not exists (
        select from conversations later
        join turns t on t.conversation_id = later.id
        where later.owner_kind = judged.owner_kind and later.owner_id = judged.owner_id
          and later.created_at > judged.created_at and later.created_at < judged.created_at + interval '7 days'
          and t.intent = any (judged.intents)
      ))
  ) as kinds (key, holds)
  where holds
)`;

const COUNT_CONVERSATIONS = `
with ${JUDGED_CONVERSATIONS}
select day, 'conversations' as metric, key, count(*) as n from resolved group by day, key`;

const COUNT_EVENTS = `
select (requested_at at time zone $3)::date as day, 'handoff' as metric, reason as key, count(*) as n
from handoffs where requested_at >= $1 and requested_at < $2 group by 1, 3
union all
select (requested_at at time zone $3)::date, 'handoff_end', status, count(*)
from handoffs where requested_at >= $1 and requested_at < $2 and ended_at is not null group by 1, 3
union all
select (requested_at at time zone $3)::date, 'wait_s', round(extract(epoch from claimed_at - requested_at))::text, count(*)
from handoffs where requested_at >= $1 and requested_at < $2 and claimed_at is not null group by 1, 3
union all
select (created_at at time zone $3)::date, 'rating', score::text, count(*)
from ratings where created_at >= $1 and created_at < $2 group by 1, 3
union all
select (created_at at time zone $3)::date, 'feedback', rating, count(*)
from feedback where created_at >= $1 and created_at < $2 group by 1, 3
union all
select (created_at at time zone $3)::date, 'feedback_reason', reason, count(*)
from feedback where created_at >= $1 and created_at < $2 and reason is not null group by 1, 3
union all
select (created_at at time zone $3)::date, 'gap', topic, count(*)
from unanswered_questions where created_at >= $1 and created_at < $2 group by 1, 3
union all
select (created_at at time zone $3)::date, 'turns', 'unanswered', count(*)
from unanswered_questions where created_at >= $1 and created_at < $2 group by 1
union all
select (m.created_at at time zone $3)::date, 'cited', c ->> 'documentId', count(distinct m.id)
from messages m cross join lateral jsonb_array_elements(m.body -> 'citations') as c
where m.created_at >= $1 and m.created_at < $2 and m.author = 'bot' and jsonb_typeof(m.body -> 'citations') = 'array'
group by 1, 3`;

/** Which cards led to an order; orders that were taken back don't count. Ends in `bought`. */
export const CARDS_BOUGHT = `
bought as (
  select distinct e.conversation_id, e.message_id, e.product_id, e.created_at
  from card_events e
  join orders o on o.customer_id = e.owner_id and o.status not in ('cancelled', 'returned')
    and o.placed_at >= e.created_at and o.placed_at < e.created_at + interval '7 days'
  join order_items i on i.order_id = o.id and i.product_id = e.product_id
  where e.kind = 'shown' and e.owner_kind = 'customer' and e.created_at >= $1 and e.created_at < $2
)`;

const COUNT_CARDS = `
with ${CARDS_BOUGHT}
select (created_at at time zone $3)::date as day, 'card' as metric, kind as key, count(*) as n
from card_events where created_at >= $1 and created_at < $2 group by 1, 3
union all
select (created_at at time zone $3)::date, 'card_product', product_id, count(*)
from card_events where created_at >= $1 and created_at < $2 and kind = 'clicked' group by 1, 3
union all
select (created_at at time zone $3)::date, 'card', 'bought', count(*) from bought group by 1`;

const COUNT_MODEL = `
with asked as (
  select (created_at at time zone $3)::date as day, model_calls, input_tokens, output_tokens
  from turns where created_at >= $1 and created_at < $2 and (model_calls > 0 or spared_calls > 0)
)
select day, 'model' as metric, case when model_calls > 0 then 'used' else 'spared' end as key, count(*) as n
from asked group by 1, 3
union all
select day, 'tokens', key, sum(n) from asked
cross join lateral (values ('input', input_tokens), ('output', output_tokens)) as kinds (key, n)
where n > 0 group by 1, 3`;

export const COUNTING = [COUNT_TURNS, COUNT_CONVERSATIONS, COUNT_EVENTS, COUNT_CARDS, COUNT_MODEL] as const;
