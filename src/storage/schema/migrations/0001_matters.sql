-- why: tenants, units, posts, people; matters with their events, deadlines, links, files, jobs and counters
-- works with the previous release: yes, there is none

create extension if not exists pg_trgm;

-- One county or court whose data live together. Reference table: small, on every node.
create table tenants (
  tenant text primary key check (tenant ~ '^[a-z][a-z0-9-]{1,30}$'),
  name jsonb not null,
  created_at timestamptz not null,
  settings jsonb not null default '{}'
);

create table units (
  tenant text not null references tenants,
  id text not null,
  parent_id text,
  path text collate "C" not null,
  kind text not null,
  name jsonb not null,
  sort integer not null default 0,
  closed_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, parent_id) references units (tenant, id)
);
create unique index units_path on units (tenant, path);

create table people (
  tenant text not null references tenants,
  id text not null,
  name text not null,
  user_id text,
  left_at timestamptz,
  primary key (tenant, id)
);
create unique index people_user on people (tenant, user_id);

create table posts (
  tenant text not null references tenants,
  id text not null,
  unit_id text not null,
  title jsonb not null,
  roles text[] not null,
  person_id text,
  sort integer not null default 0,
  closed_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, unit_id) references units (tenant, id),
  foreign key (tenant, person_id) references people (tenant, id)
);
create index posts_unit on posts (tenant, unit_id);
create index posts_person on posts (tenant, person_id);

-- The matter as it stands. `matter` is the fold of the events, word for word; the columns beside it are for lists and access.
create table matters (
  tenant text not null references tenants,
  id uuid not null,
  version integer not null check (version >= 1),
  head text not null,
  matter jsonb not null,
  reference text not null,
  procedure text not null,
  state text not null,
  state_group text not null check (state_group in ('open', 'waiting', 'done')),
  title text not null,
  category text,
  level smallint,
  channel text not null,
  unit_id text not null,
  unit_path text collate "C" not null,
  origin_path text collate "C" not null,
  about_path text collate "C",
  place text,
  place_unit_id text,
  place_path text collate "C",
  owner_post_id text,
  participants text[] not null,
  waits_for text[] not null,
  terms text[] not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  due_at timestamptz,
  updated_at timestamptz not null,
  primary key (tenant, id)
);
create unique index matters_reference on matters (tenant, reference);
create index matters_opened on matters (tenant, opened_at desc, id desc);
create index matters_procedure on matters (tenant, procedure, opened_at desc, id desc);
create index matters_unit on matters (tenant, unit_path, state_group, opened_at desc, id desc);
create index matters_category on matters (tenant, category, opened_at desc, id desc);
create index matters_due on matters (tenant, due_at, id) where state_group <> 'done';
create index matters_waits on matters using gin (waits_for) where state_group <> 'done';
create index matters_participants on matters using gin (participants);
create index matters_terms on matters using gin (terms);

-- No foreign keys to matters from here on: one statement writes matter and rows together, and a check per row would halve an import.
create table matter_events (
  tenant text not null,
  matter_id uuid not null,
  version integer not null check (version >= 1),
  type text not null,
  at timestamptz not null,
  event jsonb not null,
  hash text not null,
  primary key (tenant, matter_id, version)
);

create table deadlines (
  tenant text not null,
  matter_id uuid not null,
  clock_id text not null,
  deadline text not null,
  state text not null check (state in ('running', 'paused', 'met', 'overdue', 'cancelled')),
  started_at timestamptz not null,
  due_at timestamptz not null,
  due_on date,
  provisional boolean not null,
  next_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, matter_id, clock_id)
);
create index deadlines_next on deadlines (tenant, next_at) where next_at is not null;
create index deadlines_due on deadlines (tenant, due_at) where state in ('running', 'overdue');

create table matter_links (
  tenant text not null,
  from_id uuid not null,
  type text not null,
  to_id uuid not null,
  at timestamptz not null,
  primary key (tenant, from_id, type, to_id)
);
create index matter_links_to on matter_links (tenant, to_id);

-- One row per accepted command with an idempotency key: a retry finds what the first try did.
create table commands (
  tenant text not null,
  key text not null check (length(key) between 8 and 100),
  digest text not null,
  matter_id uuid not null,
  version integer not null,
  at timestamptz not null,
  primary key (tenant, key)
);
create index commands_at on commands (tenant, at);

-- Outbox: what follows from an event, written with it, done later, harmless when done twice.
create table jobs (
  tenant text not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  primary key (tenant, id)
);
create index jobs_due on jobs (tenant, run_at) where done_at is null;

-- Counts for tabs and boards: several slots per counter so that writers don't wait for each other; readers add them up.
create table counters (
  tenant text not null,
  unit_id text not null,
  procedure text not null,
  state_group text not null,
  slot smallint not null,
  value bigint not null,
  primary key (tenant, unit_id, procedure, state_group, slot)
);

-- Numbers of references are handed out in blocks; a crash leaves a gap, never a double.
create table reference_numbers (
  tenant text not null,
  prefix text not null,
  year integer not null,
  next integer not null,
  primary key (tenant, prefix, year)
);

-- The matter's own data key, wrapped by the deployment key. Shredding sets wrapped_key to null; events and chain stay.
create table matter_keys (
  tenant text not null,
  matter_id uuid not null,
  wrapped_key text,
  key_id text not null,
  shredded_at timestamptz,
  primary key (tenant, matter_id)
);

-- Reporter vault: who reported, apart from the matter, sealed with a key of its own.
create table reporter_vault (
  tenant text not null,
  matter_id uuid not null,
  sealed jsonb,
  wrapped_key text,
  key_id text not null,
  shredded_at timestamptz,
  primary key (tenant, matter_id)
);

-- A reporter's code, kept only as keyed hash.
create table report_codes (
  tenant text not null,
  code_hash text not null,
  matter_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant, code_hash)
);

create table files (
  tenant text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null,
  size integer not null,
  stored_at timestamptz not null,
  primary key (tenant, sha256)
);

create table import_batches (
  tenant text not null,
  id uuid not null,
  mapping text not null,
  source text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  read_rows integer not null default 0,
  added_rows integer not null default 0,
  known_rows integer not null default 0,
  rejected_rows integer not null default 0,
  primary key (tenant, id)
);

create table rejected_rows (
  tenant text not null,
  batch_id uuid not null,
  row_number integer not null,
  reason jsonb not null,
  original jsonb not null,
  primary key (tenant, batch_id, row_number),
  foreign key (tenant, batch_id) references import_batches (tenant, id)
);

create table saved_views (
  tenant text not null,
  id uuid not null,
  person_id text not null,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, person_id) references people (tenant, id)
);
