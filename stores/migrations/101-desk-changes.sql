-- The id that an agent's client gave a note: sent again, it stands there once.
alter table notes add column client_id text;
alter table notes add constraint notes_sent_once unique (conversation_id, staff_id, client_id);

-- A change may be proposed by an agent; then no turn asked for it.
alter table confirmations alter column turn_id drop not null;
alter table confirmations add column proposed_by uuid references staff (id);
