-- Says that nothing in the texts of a chunk instructs the machine (knowledge/injection/clean-marks.ts); null: to be looked at.
alter table chunks add column clean_mark text;
