-- why: an office writes monthly reports, special reports and circulars from counts; each is kept as it was issued
-- works with the previous release: yes, it adds a table

create table bulletins (
  tenant text not null references tenants,
  id uuid not null,
  version integer not null check (version >= 1),
  -- The office that writes it.
  unit_id text not null,
  kind text not null check (kind in ('monthly', 'special', 'circular')),
  state text not null check (state in ('draft', 'signed', 'issued', 'dropped')),
  -- Title, period, scope and parts.
  content jsonb not null,
  -- What was counted; once issued only what may be told.
  figures jsonb not null,
  year integer,
  number integer,
  corrects uuid,
  -- Whoever wrote in it does not sign it.
  writers text[] not null,
  changed jsonb not null,
  signed jsonb,
  issued jsonb,
  created_at timestamptz not null,
  primary key (tenant, id),
  check ((state = 'issued') = (number is not null))
);
create unique index bulletins_number on bulletins (tenant, unit_id, kind, year, number);
create index bulletins_created on bulletins (tenant, created_at desc, id desc);

alter table bulletins enable row level security;
-- What is issued or dropped is never changed again.
create policy tenant_rows on bulletins for select using (tenant = current_setting('anlan.tenant', true));
create policy tenant_new on bulletins for insert with check (tenant = current_setting('anlan.tenant', true));
create policy tenant_open on bulletins for update
  using (tenant = current_setting('anlan.tenant', true) and state in ('draft', 'signed'))
  with check (tenant = current_setting('anlan.tenant', true));
grant select, insert on bulletins to anlan_app;
grant update (version, state, content, figures, year, number, writers, changed, signed, issued) on bulletins to anlan_app;
