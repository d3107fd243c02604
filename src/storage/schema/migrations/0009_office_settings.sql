-- why: an office has its own name, phone, hours, emblem, days, lengths, categories and numbering; each change is in the record of administration
-- works with the previous release: yes, a wider check and a new table

alter table admin_changes drop constraint admin_changes_subject_check;
alter table admin_changes add constraint admin_changes_subject_check check (subject in ('unit', 'post', 'person', 'office'));

-- The picture an office shows beside its name. Small, and with the database in every backup.
create table emblems (
  tenant text not null references tenants,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null check (type in ('image/png', 'image/jpeg')),
  bytes bytea not null check (length(bytes) <= 262144),
  primary key (tenant)
);
alter table emblems enable row level security;
create policy tenant_rows on emblems using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on emblems to anlan_app;
