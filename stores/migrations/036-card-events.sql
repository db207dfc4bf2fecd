-- What customers did with the cards of a reply: shown, clicked, put into the basket. Once each per card and reply.
create table card_events (
  conversation_id text not null references conversations (id) on delete cascade,
  message_id text not null references messages (id) on delete cascade,
  product_id text not null,
  kind text not null check (kind in ('shown', 'clicked', 'added')),
  owner_kind text not null,
  owner_id text not null,
  created_at timestamptz not null default now(),
  primary key (message_id, product_id, kind)
);
create index card_events_by_time on card_events (created_at, kind);
create index card_events_by_owner on card_events (owner_id, product_id, created_at) where owner_kind = 'customer';
create index card_events_by_conversation on card_events (conversation_id);
