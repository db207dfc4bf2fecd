-- What a handoff went through, and what people at the desk work with.

-- contact: where a customer who does not want to wait is answered later. learned: what the bot is told on the return.
-- nudged_at: the customer was told that it takes longer. first_reply_at: an agent's first words after the claim.
alter table handoffs
  add column contact jsonb,
  add column learned text,
  add column rule text,
  add column nudged_at timestamptz,
  add column first_reply_at timestamptz,
  add column ended_by text check (ended_by in ('agent', 'customer', 'clock'));
create index handoffs_waiting on handoffs (requested_at) where status = 'waiting';
create index handoffs_by_time on handoffs (requested_at);

-- Each step of a handoff in its order: who asked, claimed, passed on, gave back.
create table handoff_steps (
  id bigint generated always as identity primary key,
  handoff_id uuid not null references handoffs (id) on delete cascade,
  step text not null check (step in ('claimed', 'transferred', 'released', 'nudged', 'returned', 'resolved', 'cancelled')),
  staff_id uuid references staff (id),
  to_staff_id uuid references staff (id),
  created_at timestamptz not null default now()
);
create index handoff_steps_by_handoff on handoff_steps (handoff_id, id);

-- Rules that managers write. Every condition that is given must hold; words: one of them is in the message.
create table handoff_rules (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  enabled boolean not null default true,
  position integer not null default 0,
  action text not null check (action in ('handoff', 'offer')),
  conditions jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- text: {"zh": …, "en": …}; shortcut: typed after a slash.
create table canned_replies (
  id uuid primary key default gen_random_uuid(),
  shortcut text not null unique,
  title text not null,
  text jsonb not null,
  updated_at timestamptz not null default now()
);

create table conversation_labels (
  conversation_id text not null references conversations (id) on delete cascade,
  label text not null,
  staff_id uuid references staff (id),
  created_at timestamptz not null default now(),
  primary key (conversation_id, label)
);
create index conversation_labels_by_label on conversation_labels (label);

-- seen_at: the desk was open in a browser; available: takes conversations.
create table staff_presence (
  staff_id uuid primary key references staff (id) on delete cascade,
  available boolean not null default true,
  seen_at timestamptz not null default now()
);

-- The customer's verdict at the end of a talk, one a conversation and ending.
create table ratings (
  id uuid primary key default gen_random_uuid(),
  conversation_id text not null references conversations (id) on delete cascade,
  handoff_id uuid unique references handoffs (id) on delete set null,
  score smallint not null check (score between 1 and 5),
  comment text,
  created_at timestamptz not null default now()
);
create unique index ratings_of_bot on ratings (conversation_id) where handoff_id is null;
create index ratings_by_time on ratings (created_at);

alter table feedback add column reason text;
