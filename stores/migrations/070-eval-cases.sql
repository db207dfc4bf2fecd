-- Conversations that QA made cases of, for the evals' suite `cases`. lines: [{say, expect}] (quality/cases/case-schema.ts);
-- what the customer said stands in them without e-mail addresses, phones and postal addresses, and no reply does.
-- customer: who asks, where the case needs their orders; null: a visitor.
create table eval_cases (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  language text not null check (language in ('zh', 'en')),
  customer text,
  lines jsonb not null,
  conversation_id text references conversations (id) on delete set null,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index eval_cases_by_time on eval_cases (created_at desc);
-- The customers' words belong into no statistics.
alter table eval_cases alter column name set statistics 0;
alter table eval_cases alter column lines set statistics 0;
