-- why: who reads what is personal is one log; an emergency takes two persons and is reviewed; an export is asked for, decided and ends
-- works with the previous release: yes, it adds tables, indexes and allows one more kind of event

alter table security_events drop constraint security_events_what_check;
alter table security_events add constraint security_events_what_check
  check (what in ('signedIn', 'signInRefused', 'signedOut', 'passwordChanged', 'sessionEnded', 'fieldsOpened', 'openingRefused', 'openingsLimited'));
create index matter_events_opened on matter_events (tenant, at desc) where type = 'FieldsOpened';
create index readings_at on readings (tenant, at desc);

-- What somebody needs to read at once to protect life, and the second person who agrees. Never what was read.
create table emergencies (
  tenant text not null references tenants,
  id uuid not null,
  matter_id uuid not null,
  fields text[] not null,
  reason text not null,
  asked_by text not null,
  asked_post text not null,
  asked_at timestamptz not null,
  confirmed_by text,
  confirmed_post text,
  confirmed_at timestamptz,
  opened_at timestamptz,
  -- The working day by which somebody else has looked at it.
  review_on date not null,
  reviewed_by text,
  reviewed_post text,
  reviewed_at timestamptz,
  finding text check (finding in ('inOrder', 'misuse')),
  finding_note text,
  primary key (tenant, id)
);
create index emergencies_asked on emergencies (tenant, asked_at desc);

-- A file that somebody takes out: what for, how much, who agreed, until when.
create table exports (
  tenant text not null references tenants,
  id uuid not null,
  what text not null check (what in ('sheet')),
  procedure text not null,
  filter jsonb not null,
  purpose text not null,
  row_count integer not null,
  fields text[] not null,
  sealed boolean not null,
  asked_by text not null,
  asked_post text not null,
  asked_unit text not null,
  asked_at timestamptz not null,
  approved boolean,
  decided_by text,
  decided_post text,
  decided_at timestamptz,
  decided_why text,
  expires_at timestamptz not null,
  downloads integer not null default 0,
  primary key (tenant, id)
);
create index exports_asked on exports (tenant, asked_at desc);

alter table emergencies enable row level security;
alter table exports enable row level security;
create policy tenant_rows on emergencies using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on exports using (tenant = current_setting('anlan.tenant', true));
grant select, insert on emergencies to anlan_app;
grant update (confirmed_by, confirmed_post, confirmed_at, opened_at, reviewed_by, reviewed_post, reviewed_at, finding, finding_note) on emergencies to anlan_app;
grant select, insert on exports to anlan_app;
grant update (approved, decided_by, decided_post, decided_at, decided_why, expires_at, downloads) on exports to anlan_app;
