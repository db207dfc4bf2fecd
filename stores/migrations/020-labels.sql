-- What QA says a customer's message wanted, who said so, and what a good reply would have been.

-- turn_id: null for what was imported. One label a turn and labeller: two labellers may disagree. settles: this one
-- counts, whatever others said. skipped: looked at and left. requests: [{text, intent, slots: [{name, value}],
-- inContext}]; text and language are the whole message's. key: the id of an imported row, so that a file taken in
-- twice changes nothing.
create table labels (
  id uuid primary key default gen_random_uuid(),
  turn_id uuid references turns (id) on delete cascade,
  key text unique,
  text text not null,
  language text not null check (language in ('zh', 'en')),
  requests jsonb not null default '[]',
  reply text,
  note text,
  skipped boolean not null default false,
  settles boolean not null default false,
  labeller_id uuid references staff (id) on delete set null,
  labeller text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((turn_id is null) <> (key is null))
);
create unique index labels_by_turn on labels (turn_id, labeller) where turn_id is not null;
create index labels_by_time on labels (updated_at desc);
-- The customers' words belong into no statistics.
alter table labels alter column text set statistics 0;
alter table labels alter column requests set statistics 0;
alter table labels alter column reply set statistics 0;
alter table labels alter column note set statistics 0;

-- How doubtful a turn's understanding was, 0 to 1: of its requests the one with the least confidence and the smallest
-- lead over the next best intent.
create function turn_doubt(trace jsonb) returns real language sql immutable parallel safe as $$
  select max((1 - confidence + 0.5 * (1 - greatest(0, confidence - second))) / 1.5)::real
  from (
    select coalesce((request ->> 'confidence')::float8, 0) as confidence,
      coalesce((request #>> '{alternatives,0,confidence}')::float8, 0) as second
    from jsonb_path_query(trace, '$[*] ? (@.step == "understand").data.requests[*]') as request
  ) as requests
$$;
create index turns_by_doubt on turns (turn_doubt(trace) desc nulls last) where status = 'done';

-- The intents that a label names, for telling whether two labellers agree.
create function label_intents(requests jsonb) returns text language sql immutable parallel safe as $$
  select string_agg(request ->> 'intent', ' ' order by request ->> 'intent') from jsonb_array_elements(requests) as request
$$;
