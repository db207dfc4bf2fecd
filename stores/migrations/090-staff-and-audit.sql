-- Accounts that are closed keep their row: what they wrote points at it.
-- session: stands in every token; raised, those that were given before are of no use any more.
alter table staff
  add column disabled_at timestamptz,
  add column last_login_at timestamptz,
  add column session integer not null default 0;

-- Links by which somebody sets a password of their own, once. Only a hash is kept.
create table staff_links (
  token_hash text primary key,
  staff_id uuid not null unique references staff (id) on delete cascade,
  expires_at timestamptz not null
);

-- Who did what. actor: the name of that time, since names change; detail: never a text of a customer nor a password.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor text,
  actor_role text,
  action text not null,
  subject_kind text,
  subject_id text,
  detail jsonb not null default '{}'
);
create index audit_log_by_time on audit_log (at);
create index audit_log_by_action on audit_log (action, id);
create index audit_log_by_actor on audit_log (actor_id, id);
