-- why: an office takes its ledgers in its own form: the emptied workbook is kept for a unit and a kind of matter, and filled when the ledger is taken
-- works with the previous release: yes, it adds a table

-- Sealed with a key of the deployment for this use; the rows it came with are taken out before.
create table ledger_forms (
  tenant text not null references tenants,
  unit_id text not null,
  procedure text not null,
  name text not null,
  bytes bytea not null check (length(bytes) <= 4000000),
  post_id text not null,
  at timestamptz not null,
  primary key (tenant, unit_id, procedure)
);
alter table ledger_forms enable row level security;
create policy tenant_rows on ledger_forms using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on ledger_forms to anlan_app;
