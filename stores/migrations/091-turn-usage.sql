-- What a turn cost at the model, and what a sure local decision saved. Tokens as the server counted them, else estimated.
alter table turns
  add column model_calls integer not null default 0,
  add column spared_calls integer not null default 0,
  add column input_tokens integer not null default 0,
  add column output_tokens integer not null default 0;
create index turns_with_model on turns (created_at)
  include (model_calls, spared_calls, input_tokens, output_tokens) where model_calls > 0 or spared_calls > 0;
-- New counters: days that are over are counted again.
delete from insight_days;
