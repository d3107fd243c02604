-- why: an import counts the rows it skipped and those that changed in the ledger; rejected rows are kept for a time only
-- works with the previous release: yes, the columns have defaults
alter table import_batches add column skipped_rows integer not null default 0;
alter table import_batches add column changed_rows integer not null default 0;

create table changed_rows (
  tenant text not null,
  batch_id uuid not null,
  row_number integer not null,
  matter_id uuid not null,
  changes jsonb not null,
  applied_at timestamptz,
  primary key (tenant, batch_id, row_number),
  foreign key (tenant, batch_id) references import_batches (tenant, id)
);
alter table changed_rows enable row level security;
create policy tenant_rows on changed_rows using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on changed_rows to anlan_app;
grant delete on rejected_rows to anlan_app;

-- The number under which a former ledger knew the matter: people go on searching by it.
alter table matters add column source_number text;
create or replace view ledger as select * from matters where tenant = current_setting('anlan.tenant', true);
