-- Saved ways to pay: [{id, kind, brand, lastFour, balance}]; balance is what a gift card still holds.
alter table customers add column payment_methods jsonb not null default '[]';

-- A yes whose change a person must approve, or that is being carried out at the shop.
alter table confirmations drop constraint confirmations_status_check;
alter table confirmations add constraint confirmations_status_check
  check (status in ('pending', 'approved', 'awaiting_approval', 'done', 'failed', 'rejected', 'expired'));

-- The ledger: a customer's own data has no order; who, in which turn, for what reason, and what takes it back.
alter table order_changes alter column order_id drop not null;
alter table order_changes add column turn_id uuid;
alter table order_changes add column actor text not null default 'customer';
alter table order_changes add column reason text;
alter table order_changes add column undoes bigint references order_changes (id);
create unique index order_changes_undone_once on order_changes (undoes) where undoes is not null;
create index order_changes_customer on order_changes (customer_id, id desc);

-- What people at the desk decide about risky changes.
create table change_approvals (
  confirmation_id uuid primary key references confirmations (id) on delete cascade,
  conversation_id text not null references conversations (id) on delete cascade,
  amount numeric(12, 2),
  requested_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by text,
  approved boolean,
  note text
);
create index change_approvals_open on change_approvals (requested_at) where decided_at is null;

-- Visitors: each try at looking an order up, and what they may see. Keys are hashed: no contact is kept.
create table lookup_tries (
  key text not null,
  at timestamptz not null default now()
);
create index lookup_tries_key on lookup_tries (key, at);
create table visitor_lookups (
  visitor_id text primary key,
  order_id text,
  code_hash text,
  code_sent_at timestamptz,
  code_tries int not null default 0,
  verified boolean not null default false,
  expires_at timestamptz not null
);
