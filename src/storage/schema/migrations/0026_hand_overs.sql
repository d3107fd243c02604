-- why: what a post holds goes to another in one act, matter by matter, and the act knows how far it is, what stayed and why
-- works with the previous release: yes, it adds tables

create table hand_overs (
  tenant text not null references tenants,
  id uuid not null,
  from_post_id text not null,
  to_post_id text not null,
  -- Who handed over, as they acted then.
  actor jsonb not null,
  reason text not null,
  -- The one that this takes back.
  undoes uuid,
  at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant, id)
);
create index hand_overs_at on hand_overs (tenant, at);

-- No foreign key to matters (decision 0009).
create table hand_over_matters (
  tenant text not null,
  hand_over_id uuid not null,
  matter_id uuid not null,
  state text not null check (state in ('waiting', 'moved', 'stayed')),
  why text,
  primary key (tenant, hand_over_id, matter_id),
  foreign key (tenant, hand_over_id) references hand_overs
);

alter table hand_overs enable row level security;
create policy tenant_rows on hand_overs using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update (finished_at) on hand_overs to anlan_app;
alter table hand_over_matters enable row level security;
create policy tenant_rows on hand_over_matters using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update (state, why) on hand_over_matters to anlan_app;
