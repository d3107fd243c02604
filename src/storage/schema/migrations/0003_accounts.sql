-- why: sign-in accounts and sessions; identity is local to one installation and so not tenant-first (a named exemption)
-- works with the previous release: yes, the tables are new

create schema auth;

-- A sign-in name. What its holder may do follows from the person and the posts in the tenant's own tables.
create table auth.users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text not null unique,
  display_username text,
  role text,
  banned boolean not null default false,
  ban_reason text,
  ban_expires timestamptz,
  tenant text not null,
  must_change_password boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth.users on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index accounts_user on auth.accounts (user_id);
create unique index accounts_provider on auth.accounts (provider_id, account_id);

create table auth.sessions (
  id text primary key,
  token text not null unique,
  user_id text not null references auth.users on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  impersonated_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_user on auth.sessions (user_id);
create index sessions_expires on auth.sessions (expires_at);

create table auth.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_identifier on auth.verifications (identifier);

grant usage on schema auth to anlan_app;
grant select, insert, update, delete on all tables in schema auth to anlan_app;
