-- Counters of months of which every day was counted: a year is then summed from twelve rows a figure.
create table insight_months (
  month date not null,
  metric text not null,
  key text not null,
  n bigint not null,
  primary key (month, metric, key)
);
