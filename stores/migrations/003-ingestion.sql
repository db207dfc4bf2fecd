-- starts: how often work on the newest version began and did not end by itself; tries: how often it broke.
-- reading: {version, title, pages, pieces, warnings} once the pieces of that version are written, so that a run that
-- broke off later goes on from there.
alter table documents
  add column starts integer not null default 0,
  add column reading jsonb;
