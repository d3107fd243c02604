-- why: an office keeps its own versions of indicators, and units write why their figure is as it is
-- works with the previous release: yes, it adds two tables

-- Versions only: a figure names the one it was counted by. Rows are added and never changed.
create table indicators (
  tenant text not null references tenants,
  id text not null,
  version integer not null check (version >= 2),
  definition jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (tenant, id, version)
);

-- What a unit says about its figure; the newest of a unit stands first, none is taken away.
create table indicator_causes (
  tenant text not null references tenants,
  id uuid not null,
  indicator text not null,
  period text not null,
  unit_id text not null,
  cause text not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (tenant, id)
);
create index indicator_causes_of on indicator_causes (tenant, indicator, period);

alter table indicators enable row level security;
create policy tenant_rows on indicators using (tenant = current_setting('anlan.tenant', true));
grant select, insert on indicators to anlan_app;
alter table indicator_causes enable row level security;
create policy tenant_rows on indicator_causes using (tenant = current_setting('anlan.tenant', true));
grant select, insert on indicator_causes to anlan_app;
