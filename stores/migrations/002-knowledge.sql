-- Other wordings of a FAQ's question and the like: searched, never shown.
alter table chunks add column keywords text not null default '';
-- A title that a person gave stays; otherwise the file's own title replaces its name.
alter table documents add column title_given boolean not null default false;
