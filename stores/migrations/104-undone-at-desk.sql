-- The desk took a change back by itself: no customer asked for it or said yes to it.
alter table change_approvals add column by_desk boolean not null default false;
