-- why: deadlines go to a person's own calendar, alerts out by CAP, and programs of others report and read by Open311
-- works with the previous release: yes, it adds tables and wider checks

-- Where a person's calendar is read. Whoever has the address reads it, so that only a keyed hash of it is here; one a person.
create table calendar_addresses (
  tenant text not null references tenants,
  person_id text not null,
  -- The first half of the address: finds the row.
  id text not null,
  -- Of the second half.
  secret_hash text not null,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant, person_id)
);
create unique index calendar_addresses_id on calendar_addresses (tenant, id);

-- Programs of others that may send reports in. The key is shown once; a keyed hash of it is here.
create table client_keys (
  tenant text not null references tenants,
  id text not null,
  name text not null,
  secret_hash text not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant, id)
);

-- Alerts that somebody issued, as they went out. Rows are added and never changed: what is wrong is updated or cancelled.
create table alerts (
  tenant text not null references tenants,
  id uuid not null,
  -- No foreign key to matters (decision 0009).
  matter_id uuid not null,
  version integer not null,
  msg_type text not null check (msg_type in ('Alert', 'Update', 'Cancel')),
  status text not null check (status in ('Actual', 'Exercise')),
  scope text not null check (scope in ('Public', 'Restricted', 'Private')),
  sent_at timestamptz not null,
  -- The message that this one takes the place of.
  replaces uuid,
  said jsonb not null,
  post_id text not null,
  -- The name at that time.
  person_name text not null,
  primary key (tenant, id),
  check ((replaces is null) = (msg_type = 'Alert'))
);
create index alerts_matter on alerts (tenant, matter_id, sent_at);
create index alerts_public on alerts (tenant, sent_at) where scope = 'Public';
-- Two who update at once: the second is told.
create unique index alerts_replaces on alerts (tenant, replaces) where replaces is not null;

alter table security_events drop constraint security_events_what_check;
alter table security_events add constraint security_events_what_check check (what in ('signedIn', 'signInRefused', 'signedOut', 'passwordChanged',
  'sessionEnded', 'fieldsOpened', 'openingRefused', 'openingsLimited', 'calendarMade', 'calendarRevoked'));
alter table admin_changes drop constraint admin_changes_subject_check;
alter table admin_changes add constraint admin_changes_subject_check
  check (subject in ('unit', 'post', 'person', 'office', 'job', 'outlet', 'clientKey'));

alter table calendar_addresses enable row level security;
alter table client_keys enable row level security;
alter table alerts enable row level security;
create policy tenant_rows on calendar_addresses using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on client_keys using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on alerts using (tenant = current_setting('anlan.tenant', true));
grant select, insert, delete, update on calendar_addresses to anlan_app;
grant select, insert, update (revoked_at) on client_keys to anlan_app;
grant select, insert on alerts to anlan_app;
