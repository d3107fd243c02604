-- why: who a record names never sees it; of some kinds each opening is kept, and nobody takes that back
-- works with the previous release: yes, it adds a column and a table

alter table matters add column hidden_from text[];
create or replace view ledger as select * from matters where tenant = current_setting('anlan.tenant', true);

-- One row a minute for each reader and way of reading; never what was read.
create table readings (
  tenant text not null references tenants,
  matter_id uuid not null,
  at timestamptz not null,
  person_id text not null,
  post_id text not null,
  what text not null check (what in ('page', 'records', 'sheet', 'file', 'fields')),
  primary key (tenant, matter_id, at, person_id, post_id, what)
);

alter table readings enable row level security;
create policy tenant_rows on readings using (tenant = current_setting('anlan.tenant', true));
grant select, insert on readings to anlan_app;
