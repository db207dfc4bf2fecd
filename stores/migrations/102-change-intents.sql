-- What the shop's own system was asked to do, until it has answered: after a crash or a missing answer the same request
-- is sent again, and what was meant then is recorded.
alter table confirmations add column intent jsonb;
create index confirmations_in_doubt on confirmations (id) where intent is not null;
