-- One row for each person of a channel: their conversation, and how far it was delivered.
-- delivered_seq: messages up to here were handed to the channel. hold_until: a reply to the channel's own request
-- may still carry the next message. failed: tries in a row; due_at: the next one.
create table channel_threads (
  conversation_id text primary key,
  channel text not null,
  person_id text not null,
  delivered_seq bigint not null default 0,
  hold_until timestamptz,
  failed integer not null default 0,
  due_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  unique (channel, person_id)
);
