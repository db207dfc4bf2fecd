-- Counters of days that are over, so that a year is summed in milliseconds. Rebuilt from the tables at any time.
create table insight_days (
  day date primary key,
  time_zone text not null,
  counted_at timestamptz not null default now()
);
create table insight_counts (
  day date not null references insight_days (day) on delete cascade,
  metric text not null,
  key text not null,
  n bigint not null,
  primary key (day, metric, key)
);

create index conversations_by_start on conversations (created_at);
create index feedback_by_time on feedback (created_at);
create index unanswered_by_time on unanswered_questions (created_at);
create index bot_messages_by_time on messages (created_at) where author = 'bot';
create index turns_by_conversation on turns (conversation_id, seq);
create index handoffs_by_conversation on handoffs (conversation_id, requested_at);
-- Wide enough to count turns without reading their rows, which hold traces.
create index turns_counted on turns (created_at)
  include (route, intent, language, engine, degraded, status, total_ms, first_token_ms, error_code);
