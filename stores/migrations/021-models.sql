-- Datasets, trained models, training runs, promotions and shadow runs of QA's data loop.

-- An immutable snapshot: content is gzipped JSONL, hash its SHA-256 before compression, personal data masked.
create table datasets (
  version integer generated always as identity primary key,
  note text,
  hash text not null,
  content bytea not null,
  counts jsonb not null,
  created_by text,
  created_at timestamptz not null default now()
);

-- kind: intents are models of the built-in classifier (card, weights); model is the name of a fine-tuned one at the
-- OpenAI-compatible server, to route or to write. Version 0 is what the program ships with or is set to: no row.
create table models (
  version integer generated always as identity primary key,
  kind text not null check (kind in ('intents', 'model')),
  name text,
  dataset integer references datasets (version),
  run_id uuid,
  card jsonb,
  weights bytea,
  comparison jsonb,
  gate jsonb,
  created_by text,
  created_at timestamptz not null default now()
);

-- The last row of a task says which model works; version null is version 0. An append-only log: who, when, why.
create table model_promotions (
  id bigint generated always as identity primary key,
  task text not null check (task in ('intents', 'router', 'writer')),
  version integer references models (version),
  action text not null check (action in ('promote', 'rollback')),
  reason text,
  forced boolean not null default false,
  by_name text,
  at timestamptz not null default now()
);
create index model_promotions_by_task on model_promotions (task, id desc);

-- Runs in the web process's child or at the model's server. lease_until: its owner lives; after it the run has failed.
-- remote: file and job at the server, so that a broken-off command goes on. The unique index is the lock.
create table training_runs (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('intents', 'finetune')),
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'cancelled')),
  step text not null default 'prepare',
  progress real not null default 0,
  dataset integer references datasets (version),
  model integer references models (version),
  error_code text,
  error text,
  remote jsonb not null default '{}',
  cancel_requested boolean not null default false,
  owner uuid,
  lease_until timestamptz,
  started_by text,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
create unique index training_runs_one on training_runs (kind) where state = 'running';
create index training_runs_by_time on training_runs (started_at desc);

create table shadow_runs (
  id uuid primary key default gen_random_uuid(),
  version integer not null references models (version),
  share real not null default 1,
  started_by text,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  dropped bigint not null default 0
);
create unique index shadow_runs_one on shadow_runs ((true)) where ended_at is null;

-- How often the two said what, over all turns of the run; and the turns where they differed, the newest of them.
create table shadow_counts (
  run_id uuid not null references shadow_runs (id) on delete cascade,
  current text not null,
  candidate text not null,
  turns bigint not null,
  primary key (run_id, current, candidate)
);
create table shadow_disagreements (
  id bigint generated always as identity primary key,
  run_id uuid not null references shadow_runs (id) on delete cascade,
  turn_id uuid not null references turns (id) on delete cascade,
  current text not null,
  current_confidence real not null,
  candidate text not null,
  candidate_confidence real not null,
  at timestamptz not null default now(),
  unique (run_id, turn_id)
);
create index shadow_disagreements_newest on shadow_disagreements (run_id, id desc);
