-- Versions of documents that answered once, newest ones of each, whose files are kept to be downloaded.
-- handed_by: null for the shop's own files. They go with their document, and at a purge that somebody asked for.
create table document_versions (
  document_id text not null references documents (id) on delete cascade,
  version integer not null,
  file_name text not null,
  bytes bigint,
  pages integer,
  chunks integer not null,
  handed_by text,
  published_at timestamptz,
  replaced_at timestamptz not null default now(),
  primary key (document_id, version)
);
