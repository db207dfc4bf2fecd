-- Texts that may be bilingual are jsonb: a string, or {"zh": …, "en": …}.

create table settings (
  key text primary key,
  value jsonb not null
);

-- The shop ------------------------------------------------------------------

create table products (
  id text primary key,
  name jsonb not null,
  category jsonb not null,
  description jsonb not null,
  price numeric(12, 2) not null,
  stock integer,
  variants jsonb not null default '[]',
  attributes jsonb not null default '{}'
);

create table customers (
  id text primary key,
  name jsonb not null,
  email text,
  phone text,
  locale text not null default 'zh',
  addresses jsonb not null default '[]'
);

create table orders (
  id text primary key,
  customer_id text not null references customers (id),
  status text not null check (status in ('pending', 'paid', 'processing', 'shipped', 'delivered', 'completed', 'cancelled', 'returned')),
  placed_at timestamptz not null,
  total numeric(12, 2) not null,
  shipping_address jsonb,
  shipments jsonb not null default '[]',
  payments jsonb not null default '[]',
  refunds jsonb not null default '[]',
  invoices jsonb not null default '[]',
  extra jsonb not null default '{}'
);
create index orders_by_customer on orders (customer_id, placed_at desc);

create table order_items (
  order_id text not null references orders (id) on delete cascade,
  line integer not null,
  product_id text,
  variant_id text,
  name jsonb not null,
  quantity integer not null,
  unit_price numeric(12, 2) not null,
  primary key (order_id, line)
);
create index order_items_by_product on order_items (product_id);

-- People --------------------------------------------------------------------

create table staff (
  id uuid primary key default gen_random_uuid(),
  email text not null unique,
  name text not null,
  role text not null check (role in ('knowledge', 'agent', 'qa', 'admin')),
  password_hash text not null,
  created_at timestamptz not null default now()
);

-- Conversations -------------------------------------------------------------

-- owner: a customer id, or a visitor id; both come from the token, never from a request's body.
-- next_seq: the next free message position. event_seq: the last event written. Both move under the row's lock,
-- so that commit order is number order.
-- turn_owner and turn_lease_until: the process that runs a turn here; a lease that ran out may be taken over.
create table conversations (
  id text primary key,
  owner_kind text not null check (owner_kind in ('customer', 'visitor')),
  owner_id text not null,
  channel text not null default 'web',
  status text not null default 'bot' check (status in ('bot', 'waiting', 'human', 'closed')),
  language text not null default 'zh',
  next_seq bigint not null default 1,
  event_seq bigint not null default 0,
  -- What the talk is about: last intent and route, orders and products in view, what was asked (graph/dialogue.ts).
  dialogue jsonb not null default '{}',
  turn_owner uuid,
  turn_lease_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index conversations_by_owner on conversations (owner_kind, owner_id, updated_at desc);
create index conversations_at_desk on conversations (status, updated_at) where status in ('waiting', 'human');

-- A customer's message takes two positions: its own and that of its reply, so that a history reads in order
-- even when many messages arrive at once.
create table messages (
  id text primary key,
  conversation_id text not null references conversations (id) on delete cascade,
  seq bigint not null,
  author text not null check (author in ('customer', 'bot', 'agent', 'system')),
  staff_id uuid references staff (id),
  -- The id that the client gave (idempotency key of a resend).
  client_id text,
  text text not null,
  language text,
  -- A bot reply's route, intent, citations, cards, confirmation, engine (graph/turn-result.ts).
  body jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (conversation_id, seq),
  unique (conversation_id, client_id)
);

create table turns (
  id uuid primary key default gen_random_uuid(),
  conversation_id text not null references conversations (id) on delete cascade,
  message_id text not null unique references messages (id) on delete cascade,
  reply_id text not null unique,
  seq bigint not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
  attempts integer not null default 0,
  -- The locale that the client asked for.
  locale text,
  route text,
  routes text[] not null default '{}',
  intent text,
  confidence real,
  language text,
  engine text,
  degraded boolean not null default false,
  error_code text,
  first_token_ms real,
  total_ms real,
  trace jsonb,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index turns_open on turns (conversation_id, seq) where status in ('queued', 'running');
create index turns_by_time on turns (created_at);

-- What live listeners of a conversation missed can be read again from here.
create table conversation_events (
  conversation_id text not null references conversations (id) on delete cascade,
  seq bigint not null,
  type text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  primary key (conversation_id, seq)
);

create table confirmations (
  id uuid primary key default gen_random_uuid(),
  conversation_id text not null references conversations (id) on delete cascade,
  customer_id text not null references customers (id),
  turn_id uuid not null,
  action text not null,
  args jsonb not null,
  summary jsonb not null,
  changes jsonb not null,
  status text not null default 'pending' check (status in ('pending', 'approved', 'done', 'failed', 'rejected', 'expired')),
  expires_at timestamptz not null,
  settled_at timestamptz,
  result jsonb,
  created_at timestamptz not null default now()
);
-- One open question at a time.
create unique index confirmations_open on confirmations (conversation_id) where status = 'pending';

-- Every write to an order: who, what, before, after. One row a confirmation: the idempotency key.
create table order_changes (
  id bigint generated always as identity primary key,
  confirmation_id uuid not null unique references confirmations (id),
  order_id text not null references orders (id),
  customer_id text not null,
  action text not null,
  before jsonb not null,
  after jsonb not null,
  created_at timestamptz not null default now()
);

create table handoffs (
  id uuid primary key default gen_random_uuid(),
  conversation_id text not null references conversations (id) on delete cascade,
  -- customer_request, offer_accepted, failure, anger, loop, safety.
  reason text not null,
  summary text not null,
  language text not null,
  mood text not null default 'neutral',
  order_ids text[] not null default '{}',
  status text not null default 'waiting' check (status in ('waiting', 'claimed', 'returned', 'resolved', 'cancelled')),
  claimed_by uuid references staff (id),
  requested_at timestamptz not null default now(),
  claimed_at timestamptz,
  ended_at timestamptz
);
create unique index handoffs_open on handoffs (conversation_id) where status in ('waiting', 'claimed');

create table notes (
  id uuid primary key default gen_random_uuid(),
  conversation_id text not null references conversations (id) on delete cascade,
  staff_id uuid not null references staff (id),
  text text not null,
  created_at timestamptz not null default now()
);

create table feedback (
  message_id text primary key references messages (id) on delete cascade,
  conversation_id text not null references conversations (id) on delete cascade,
  rating text not null check (rating in ('up', 'down')),
  comment text,
  created_at timestamptz not null default now()
);

-- Knowledge -----------------------------------------------------------------

-- version: the newest file handed in. live_version: the one that answers; null until the first is ready.
create table documents (
  id text primary key,
  title text not null,
  source text not null check (source in ('upload', 'url', 'seed')),
  url text,
  file_name text,
  mime text,
  locale text,
  audience text not null default 'public',
  status text not null default 'queued' check (status in ('queued', 'processing', 'ready', 'failed')),
  -- load, split, embed, publish.
  step text,
  progress real not null default 0,
  pages integer,
  chunk_count integer,
  version integer not null default 1,
  live_version integer,
  error_code text,
  error text,
  tries integer not null default 0,
  content_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

create table faqs (
  id text primary key,
  question jsonb not null,
  answer jsonb not null,
  variants jsonb not null default '[]',
  locale text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- The passages that answers may cite. A live passage has live = true; publishing a version flips the flags of the
-- old and the new one in one transaction. revision: a number from knowledge_revision, by which every process
-- reads what changed since it last looked.
create sequence knowledge_revision;
create table chunks (
  id text primary key,
  source_kind text not null check (source_kind in ('document', 'faq', 'product')),
  source_id text not null,
  version integer not null default 1,
  ordinal integer not null,
  title text not null,
  page integer,
  heading text,
  text text not null,
  language text not null,
  audience text not null default 'public',
  content_hash text not null,
  live boolean not null default false,
  deleted boolean not null default false,
  revision bigint not null default nextval('knowledge_revision'),
  created_at timestamptz not null default now()
);
create index chunks_by_source on chunks (source_kind, source_id, version, ordinal);
create index chunks_by_revision on chunks (revision);

-- Vectors that were computed once, by content and model, so that unchanged text is never embedded twice.
create table embeddings (
  content_hash text not null,
  model text not null,
  vector real[] not null,
  primary key (content_hash, model)
);

-- Questions that found no evidence. topic: the normalised words that group them.
create table unanswered_questions (
  id bigint generated always as identity primary key,
  conversation_id text not null references conversations (id) on delete cascade,
  message_id text not null unique references messages (id) on delete cascade,
  question text not null,
  language text not null,
  topic text not null,
  created_at timestamptz not null default now()
);
