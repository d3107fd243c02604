-- why: a clerk brings a ledger in by browser: the file waits sealed until it is taken in, how it is read is kept, and each import says whose it is
-- works with the previous release: yes, it adds tables and columns

-- A ledger as it was sent in. Sealed with a key of the deployment for this use; it goes when it is taken in, or after a day.
create table ledger_uploads (
  tenant text not null references tenants,
  id uuid not null,
  person_id text not null,
  name text not null,
  bytes bytea not null check (length(bytes) <= 25000000),
  at timestamptz not null,
  primary key (tenant, id)
);
create index ledger_uploads_person on ledger_uploads (tenant, person_id);

-- How a unit reads ledgers with these headings, as somebody put it right the last time.
create table ledger_readings (
  tenant text not null references tenants,
  unit_id text not null,
  headings text not null,
  reading jsonb not null,
  post_id text not null,
  at timestamptz not null,
  primary key (tenant, unit_id, headings)
);

alter table ledger_uploads enable row level security;
alter table ledger_readings enable row level security;
create policy tenant_rows on ledger_uploads using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on ledger_readings using (tenant = current_setting('anlan.tenant', true));
grant select, insert, delete on ledger_uploads to anlan_app;
grant select, insert, update on ledger_readings to anlan_app;

-- Who brought it in from which post; absent for imports on the command line.
alter table import_batches add column person_id text;
alter table import_batches add column post_id text;
-- What is left to do, and the worker that does it for a while.
alter table import_batches add column upload_id uuid;
alter table import_batches add column mapping_text text;
alter table import_batches add column within text;
alter table import_batches add column claimed_until timestamptz;
create index import_batches_waiting on import_batches (tenant, started_at) where upload_id is not null;
-- Why nothing of it could be taken in: { zh, en }.
alter table import_batches add column refusal jsonb;
