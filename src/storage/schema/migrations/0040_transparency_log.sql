-- why: per tenant one gap-free order of everything that happened, in a Merkle tree with signed heads, so that what was removed or rewritten is found by whoever kept a head
-- works with the previous release: yes, it adds tables; what the previous release writes meanwhile is not in the log, and verify says so

-- What is committed and not yet in the log. Written in the statement of the change, so that nothing that commits late is missed.
create table log_pending (
  tenant text not null,
  kind text not null,
  subject text not null,
  first integer not null,
  last integer not null,
  primary key (tenant, kind, subject, last)
);

-- One log a tenant. The key is sealed under the deployment key; peaks are the roots of the perfect subtrees, from the left.
create table log_state (
  tenant text primary key references tenants,
  origin text not null,
  public_key bytea not null,
  wrapped_key text not null,
  key_id text not null,
  size bigint not null,
  peaks bytea not null,
  begun_at timestamptz not null,
  -- The last matter taken in of those that were there when the log began; null when all are.
  begun_after uuid
);

create table log_entries (
  tenant text not null,
  index bigint not null check (index >= 0),
  kind text not null,
  matter_id uuid,
  subject text,
  first integer not null,
  last integer not null,
  logged_at timestamptz not null,
  -- What is published: it tells nothing to whoever has not the log's key.
  commitment bytea not null check (length(commitment) = 32),
  primary key (tenant, index),
  check ((matter_id is null) <> (subject is null))
);
create index log_entries_matter on log_entries (tenant, matter_id, last) where matter_id is not null;
create index log_entries_subject on log_entries (tenant, kind, subject, index) where subject is not null;

-- Hashes of the tiles above the leaves (C2SP tlog-tiles), 32 bytes each; a tile grows until it is full.
create table log_tiles (
  tenant text not null,
  level smallint not null check (level >= 1),
  n bigint not null,
  hashes bytea not null,
  primary key (tenant, level, n)
);

create table log_checkpoints (
  tenant text not null references tenants,
  size bigint not null,
  at timestamptz not null,
  note text not null,
  primary key (tenant, size)
);

-- Offices that look after the log from outside; nothing is removed, an end is a date.
create table log_witnesses (
  tenant text not null references tenants,
  key text not null check (length(key) <= 400),
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, key)
);
create table log_cosignatures (
  tenant text not null,
  size bigint not null,
  key text not null,
  line text not null check (length(line) <= 600),
  at timestamptz not null,
  primary key (tenant, size, key),
  foreign key (tenant, size) references log_checkpoints,
  foreign key (tenant, key) references log_witnesses
);

alter table log_pending enable row level security;
create policy tenant_rows on log_pending using (tenant = current_setting('anlan.tenant', true));
grant select, insert, delete on log_pending to anlan_app;
alter table log_state enable row level security;
create policy tenant_rows on log_state using (tenant = current_setting('anlan.tenant', true));
grant select, insert on log_state to anlan_app;
grant update (size, peaks, begun_after) on log_state to anlan_app;
alter table log_entries enable row level security;
create policy tenant_rows on log_entries using (tenant = current_setting('anlan.tenant', true));
grant select, insert on log_entries to anlan_app;
alter table log_tiles enable row level security;
create policy tenant_rows on log_tiles using (tenant = current_setting('anlan.tenant', true));
grant select, insert on log_tiles to anlan_app;
grant update (hashes) on log_tiles to anlan_app;
alter table log_checkpoints enable row level security;
create policy tenant_rows on log_checkpoints using (tenant = current_setting('anlan.tenant', true));
grant select, insert on log_checkpoints to anlan_app;
alter table log_witnesses enable row level security;
create policy tenant_rows on log_witnesses using (tenant = current_setting('anlan.tenant', true));
grant select, insert on log_witnesses to anlan_app;
grant update (ended_at) on log_witnesses to anlan_app;
alter table log_cosignatures enable row level security;
create policy tenant_rows on log_cosignatures using (tenant = current_setting('anlan.tenant', true));
grant select, insert on log_cosignatures to anlan_app;
