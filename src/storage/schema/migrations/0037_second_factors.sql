-- why: a second factor (one-time codes, passkeys), who must have one, sign-in at another house (OIDC), sessions seen, accounts of programs
-- works with the previous release: yes, it adds tables and columns and lets more words in; the program before asks for no second factor

alter table auth.sessions add column factor text, add column last_used_at timestamptz;

-- The secret is sealed with a key of the deployment. `last_step` is the last code that was taken: none is taken twice.
create table auth.totp_secrets (
  user_id text primary key references auth.users on delete cascade,
  secret text not null,
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null
);
create table auth.recovery_codes (
  user_id text not null references auth.users on delete cascade,
  hash text not null,
  primary key (user_id, hash)
);
create table auth.passkeys (
  id text primary key,
  user_id text not null references auth.users on delete cascade,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_user on auth.passkeys (user_id);

-- Which session began at which house, so that leaving ends both.
create table auth.oidc_sessions (
  session_id text primary key references auth.sessions on delete cascade,
  tenant text not null,
  subject text not null,
  sid text,
  id_token text not null
);
create index oidc_sessions_subject on auth.oidc_sessions (tenant, subject);

grant select, insert, update, delete on auth.totp_secrets, auth.recovery_codes, auth.passkeys, auth.oidc_sessions to anlan_app;

-- For whom a second factor is demanded: the whole office, whoever holds a role, whoever holds a post.
create table factor_rules (
  tenant text not null references tenants,
  scope text not null check (scope in ('office', 'role', 'post')),
  subject text not null,
  at timestamptz not null,
  primary key (tenant, scope, subject)
);

-- Taking a second factor away takes two persons.
create table factor_resets (
  tenant text not null references tenants,
  id uuid not null,
  person_id text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  reason text not null,
  decided_by text,
  decided_at timestamptz,
  agreed boolean,
  primary key (tenant, id)
);
create unique index factor_resets_open on factor_resets (tenant, person_id) where decided_at is null;

-- A program that acts in a post with some of what may be done there. The token is shown once and kept as a keyed hash.
create table service_accounts (
  tenant text not null references tenants,
  id text not null,
  name text not null,
  post_id text not null,
  scopes text[] not null,
  token_hash text not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, post_id) references posts
);

alter table factor_rules enable row level security;
create policy tenant_rows on factor_rules using (tenant = current_setting('anlan.tenant', true));
grant select, insert, delete on factor_rules to anlan_app;
alter table factor_resets enable row level security;
create policy tenant_rows on factor_resets using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update on factor_resets to anlan_app;
alter table service_accounts enable row level security;
create policy tenant_rows on service_accounts using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update on service_accounts to anlan_app;

alter table security_events drop constraint security_events_what_check;
alter table security_events add constraint security_events_what_check check (what in ('signedIn', 'signInRefused', 'signedOut', 'passwordChanged',
  'sessionEnded', 'fieldsOpened', 'openingRefused', 'openingsLimited', 'calendarMade', 'calendarRevoked', 'factorRefused', 'factorAdded',
  'factorRemoved', 'recoveryUsed', 'houseLinked'));
alter table admin_changes drop constraint admin_changes_what_check;
alter table admin_changes add constraint admin_changes_what_check
  check (what in ('added', 'changed', 'closed', 'holderChanged', 'left', 'passwordReset', 'retried', 'confirmed', 'sessionsEnded',
    'paused', 'resumed', 'secretRenewed', 'factorResetAsked', 'factorReset', 'factorResetRefused', 'houseUnlinked'));
alter table admin_changes drop constraint admin_changes_subject_check;
alter table admin_changes add constraint admin_changes_subject_check
  check (subject in ('unit', 'post', 'person', 'office', 'job', 'outlet', 'clientKey', 'serviceAccount'));
