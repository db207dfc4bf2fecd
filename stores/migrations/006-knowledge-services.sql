-- Words that managers teach beside the lexicon of the trade: all words of a row mean the same.
create table knowledge_terms (
  id text primary key,
  zh text[] not null default '{}',
  en text[] not null default '{}',
  note text,
  updated_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index knowledge_terms_by_time on knowledge_terms (created_at, id);

-- Who changed what and when. Names and titles as they were then; never a text of the knowledge itself.
create table knowledge_changes (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id text,
  actor text,
  action text not null,
  kind text not null,
  subject_id text not null,
  title text not null default ''
);
create index knowledge_changes_by_subject on knowledge_changes (kind, subject_id, id);

-- Findings that a manager has set aside. key: a question's message id, or a pair of passages.
create table knowledge_dismissals (
  kind text not null check (kind in ('gap', 'conflict')),
  key text not null,
  dismissed_by text,
  created_at timestamptz not null default now(),
  primary key (kind, key)
);

alter table faqs add column updated_by text;

-- warnings: [{code, message, pages?}] of the newest version. synced_at: when the answering version was published.
-- hold: the newest version stops before the switch, as status 'review'.
-- live_file: {fileName, mime, bytes, pages, chunks} of the version that answers.
alter table documents
  add column warnings jsonb not null default '[]',
  add column bytes bigint,
  add column updated_by text,
  add column synced_at timestamptz,
  add column hold boolean not null default false,
  add column live_file jsonb,
  drop constraint documents_status_check,
  add constraint documents_status_check check (status in ('queued', 'processing', 'ready', 'failed', 'review'));
update documents set synced_at = updated_at where live_version is not null and status = 'ready';
