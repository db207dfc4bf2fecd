-- Who wants to hear that a product can be bought again; told once, in the conversation.
create table stock_notices (
  conversation_id text not null references conversations (id) on delete cascade,
  product_id text not null,
  -- '' stands for any of it.
  variant_id text not null default '',
  created_at timestamptz not null default now(),
  told_at timestamptz,
  primary key (conversation_id, product_id, variant_id)
);
create index stock_notices_open on stock_notices (product_id) where told_at is null;
