-- why: one-time passwords end; who signed in, who was refused and who opened personal fields can be read by the auditor, and limits are counted
-- works with the previous release: yes, it adds a column and a table

alter table auth.users add column one_time_until timestamptz;
update auth.users set one_time_until = now() + interval '7 days' where must_change_password;

-- What officials did at the door and with sealed fields. Never a password, an address or a name that nobody has.
create table security_events (
  tenant text not null references tenants,
  id uuid not null,
  at timestamptz not null,
  what text not null check (what in ('signedIn', 'signInRefused', 'signedOut', 'passwordChanged', 'sessionEnded', 'fieldsOpened', 'openingsLimited')),
  person_id text not null,
  matter_id uuid,
  primary key (tenant, id)
);
create index security_events_at on security_events (tenant, at desc, id desc);
create index security_events_person on security_events (tenant, person_id, what, at desc);

alter table security_events enable row level security;
create policy tenant_rows on security_events using (tenant = current_setting('anlan.tenant', true));
grant select, insert on security_events to anlan_app;
