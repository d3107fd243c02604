-- why: a superior's blank form is mapped once and fills itself each period; what was signed keeps its figures
-- works with the previous release: yes, it adds tables

-- The blank form as it came: its bytes are a file like others, held as long as the row is.
create table return_forms (
  tenant text not null references tenants,
  id uuid not null,
  unit_id text not null,
  -- The post that fills it: figures are counted by its sight.
  post_id text not null,
  name text not null,
  superior text not null,
  cycle text not null check (cycle in ('month', 'quarter', 'halfYear', 'year', 'none')),
  -- The how-manyth working day after the period; null: none is set.
  due_day integer check (due_day between 1 and 60),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id)
);
create index return_forms_unit on return_forms (tenant, unit_id);
create index return_forms_file on return_forms (tenant, sha256);

-- What each cell asks. Versions only: rows are added and never changed.
create table return_mappings (
  tenant text not null,
  form_id uuid not null,
  version integer not null check (version >= 1),
  sheet text not null,
  cells jsonb not null,
  post_id text not null,
  at timestamptz not null,
  primary key (tenant, form_id, version),
  foreign key (tenant, form_id) references return_forms (tenant, id)
);

-- One filling of a form for a period. Filled again it is another version; a signed one is never changed.
create table return_fills (
  tenant text not null,
  id uuid not null,
  form_id uuid not null,
  period text not null,
  version integer not null check (version >= 1),
  first_day date not null,
  last_day date not null,
  mapping_version integer not null,
  -- What the figures knew.
  as_of timestamptz not null,
  figures jsonb not null,
  by_hand jsonb not null,
  post_id text not null,
  checked_at timestamptz,
  checked_post_id text,
  signed_at timestamptz,
  signed_post_id text,
  primary key (tenant, id),
  foreign key (tenant, form_id) references return_forms (tenant, id)
);
create unique index return_fills_version on return_fills (tenant, form_id, period, version);

alter table return_forms enable row level security;
alter table return_mappings enable row level security;
alter table return_fills enable row level security;
create policy tenant_rows on return_forms using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on return_mappings using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on return_fills using (tenant = current_setting('anlan.tenant', true));
grant select, insert on return_forms to anlan_app;
grant update (post_id, name, superior, due_day, ended_at) on return_forms to anlan_app;
grant select, insert on return_mappings to anlan_app;
grant select, insert on return_fills to anlan_app;
grant update (by_hand, checked_at, checked_post_id, signed_at, signed_post_id) on return_fills to anlan_app;
