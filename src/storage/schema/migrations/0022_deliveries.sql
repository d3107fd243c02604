-- why: notices go out by mail too; each try is kept as proof of sending
-- works with the previous release: yes, it adds tables and a column

alter table notices add column planned_at timestamptz;
create index notices_unplanned on notices (tenant, id) where planned_at is null;
grant update (planned_at) on notices to anlan_app;

-- How somebody who holds posts wants to be told outside the page. Without a row: not at all.
create table notice_preferences (
  tenant text not null references tenants,
  person_id text not null,
  address text not null,
  mode text not null check (mode in ('atOnce', 'digest')),
  -- Minutes after midnight in China.
  digest_at smallint not null check (digest_at between 0 and 1439),
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_until smallint check (quiet_until between 0 and 1439),
  primary key (tenant, person_id),
  check ((quiet_from is null) = (quiet_until is null))
);

-- One notice to one target. Those of one batch go out together; the first of them stands for the batch.
create table deliveries (
  tenant text not null references tenants,
  id uuid not null,
  notice_id uuid not null,
  -- `person:<id>`
  target text not null,
  batch uuid,
  state text not null check (state in ('waiting', 'sent', 'dropped', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create index deliveries_due on deliveries (tenant, next_at) where state = 'waiting';
create index deliveries_batch on deliveries (tenant, batch);
create index deliveries_dead on deliveries (tenant, id) where state = 'dead';
create index deliveries_created on deliveries (tenant, created_at);

create table delivery_attempts (
  tenant text not null references tenants,
  batch uuid not null,
  attempt integer not null,
  at timestamptz not null,
  succeeded boolean not null,
  -- What the other side answered.
  said text not null,
  primary key (tenant, batch, attempt)
);

alter table notice_preferences enable row level security;
alter table deliveries enable row level security;
alter table delivery_attempts enable row level security;
create policy tenant_rows on notice_preferences using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on deliveries using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on delivery_attempts using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on notice_preferences to anlan_app;
grant select, insert, update, delete on deliveries to anlan_app;
grant select, insert, delete on delivery_attempts to anlan_app;
