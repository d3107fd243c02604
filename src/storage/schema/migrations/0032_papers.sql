-- why: an office prints papers from templates and letterheads of its own, and anyone may check a paper by its code
-- works with the previous release: yes, it adds tables

-- Templates an office sent in. Versions only; rows are added and never changed.
create table paper_templates (
  tenant text not null references tenants,
  paper text not null,
  version integer not null check (version >= 1),
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null check (length(bytes) <= 2097152),
  at timestamptz not null,
  primary key (tenant, paper, version)
);
alter table paper_templates enable row level security;
create policy tenant_rows on paper_templates using (tenant = current_setting('anlan.tenant', true));
grant select, insert on paper_templates to anlan_app;

-- Which one is in force from when; null: the program's own. A paper prints with the one that was in force when it was issued.
create table paper_choices (
  tenant text not null references tenants,
  paper text not null,
  at timestamptz not null,
  version integer,
  primary key (tenant, paper, at),
  foreign key (tenant, paper, version) references paper_templates
);
alter table paper_choices enable row level security;
create policy tenant_rows on paper_choices using (tenant = current_setting('anlan.tenant', true));
grant select, insert on paper_choices to anlan_app;

-- How a unit, and those below it that have none of their own, signs: its full name, the letters of its numbers, red or black. The latest holds.
create table letterheads (
  tenant text not null references tenants,
  unit_id text not null,
  at timestamptz not null,
  name text,
  letters text,
  red boolean not null,
  primary key (tenant, unit_id, at)
);
alter table letterheads enable row level security;
create policy tenant_rows on letterheads using (tenant = current_setting('anlan.tenant', true));
grant select, insert on letterheads to anlan_app;

-- The code on a paper. Random; it follows from nothing, and leads to nothing but what the public page says of any paper.
create table paper_codes (
  tenant text not null references tenants,
  code text not null,
  matter_id uuid not null,
  number integer not null,
  at timestamptz not null,
  primary key (tenant, code),
  unique (tenant, matter_id, number)
);
alter table paper_codes enable row level security;
create policy tenant_rows on paper_codes using (tenant = current_setting('anlan.tenant', true));
grant select, insert on paper_codes to anlan_app;
