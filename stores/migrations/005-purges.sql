-- Purges: what was deleted leaves the disk. full: asked for by a person, stored replies included; light: by itself.
-- revision: the knowledge's last revision when it began, so that the next one knows what is new.
create table purges (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('full', 'light')),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  step text,
  requested_by text,
  revision bigint,
  -- {documents, passages, vectors, files, replies}: how many were removed; incomplete: what could not be done here.
  result jsonb not null default '{}',
  error text,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index purges_by_time on purges (requested_at desc);
-- One waits at most: who asks again before it begins asks for the same.
create unique index purges_waiting on purges (kind) where state = 'queued';

create index chunks_deleted on chunks (revision) where deleted;

-- The planner's statistics would keep copies of texts and vectors in PostgreSQL's own tables.
alter table chunks
  alter column text set statistics 0,
  alter column title set statistics 0,
  alter column heading set statistics 0,
  alter column keywords set statistics 0;
alter table documents
  alter column title set statistics 0,
  alter column file_name set statistics 0,
  alter column url set statistics 0,
  alter column reading set statistics 0;
alter table faqs
  alter column question set statistics 0,
  alter column answer set statistics 0,
  alter column variants set statistics 0;
alter table messages
  alter column text set statistics 0,
  alter column body set statistics 0;
alter table turns alter column trace set statistics 0;
alter table handoffs alter column summary set statistics 0;
alter table unanswered_questions alter column question set statistics 0;
alter table embeddings alter column vector set statistics 0;
