-- why: a figure of a million matters is added up from counts that are kept, not from the matters
-- works with the previous release: yes, it adds tables; what the previous release writes meanwhile is taken in by the order of the log

-- Matters of one kind registered in one month: how many there are of each unit, category, state, place and so on, packed by columns.
create table count_blocks (
  tenant text not null references tenants,
  procedure text not null,
  month text not null check (month ~ '^\d{4}-\d\d$'),
  cells bytea not null,
  -- Of `count_state.changed`: who has all blocks up to a number asks for those after it.
  changed bigint not null,
  primary key (tenant, procedure, month)
);
-- Packed already.
alter table count_blocks alter column cells set storage external;
create index count_blocks_changed on count_blocks (tenant, changed);

-- Up to where of the log the counts are kept; what comes after is counted by itself.
create table count_state (
  tenant text primary key references tenants,
  -- Counted from scratch so often.
  epoch integer not null,
  position bigint not null,
  changed bigint not null,
  -- All that is counted happened before this.
  seen_at timestamptz not null
);

alter table count_blocks enable row level security;
create policy tenant_rows on count_blocks using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on count_blocks to anlan_app;
alter table count_state enable row level security;
create policy tenant_rows on count_state using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on count_state to anlan_app;
