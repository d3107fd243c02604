-- why: counts of matters are judged each night; how far, what the threshold was, and what each family of series showed, so that the next night need not judge the past again
-- works with the previous release: yes, it adds tables

-- One row an office: the last day judged, who is at it, and the threshold of that night.
create table warning_marks (
  tenant text not null references tenants,
  judged_until date not null,
  leased_until timestamptz,
  -- The first week that was judged; absent until the past was looked through.
  past_from date,
  log_threshold real,
  basis text check (basis in ('own past', 'tail of own past', 'nominal')),
  judged integer not null default 0,
  too_little integer not null default 0,
  primary key (tenant)
);

-- The most unusual point of a week in all series of a kind and category: what the budget is kept on.
create table warning_weeks (
  tenant text not null references tenants,
  -- `kind/category`
  family text not null,
  -- Its Monday.
  week date not null,
  least_log_p real not null,
  primary key (tenant, family, week)
);

-- The series of a kind and category as the last night left them: counts of 26 weeks, what was expected of the last.
create table warning_families (
  tenant text not null references tenants,
  family text not null,
  judged_on date not null,
  series jsonb not null,
  primary key (tenant, family)
);

-- A year of one series, judged for a warning or for whoever asked.
create table warning_series (
  tenant text not null references tenants,
  name text not null,
  judged_on date not null,
  points jsonb not null,
  primary key (tenant, name)
);

alter table warning_marks enable row level security;
alter table warning_weeks enable row level security;
alter table warning_families enable row level security;
alter table warning_series enable row level security;
create policy tenant_rows on warning_marks using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on warning_weeks using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on warning_families using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on warning_series using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update on warning_marks to anlan_app;
grant select, insert, update on warning_weeks to anlan_app;
grant select, insert, update on warning_families to anlan_app;
grant select, insert, update on warning_series to anlan_app;
