-- why: an office keeps the words it answers with, so that handlers do not write them anew; each version stays with who changed it
-- works with the previous release: yes, it adds a table

-- Versions only; the last one holds. Rows are added and never changed.
create table answer_texts (
  tenant text not null references tenants,
  id uuid not null,
  version integer not null check (version >= 1),
  unit_id text not null,
  title text not null,
  body text not null,
  -- For which kind of matter and category; null: for any.
  procedure text,
  category text,
  removed boolean not null,
  at timestamptz not null,
  post_id text not null,
  -- The name at that time.
  person_name text not null,
  primary key (tenant, id, version)
);
create index answer_texts_unit on answer_texts (tenant, unit_id);

alter table answer_texts enable row level security;
create policy tenant_rows on answer_texts using (tenant = current_setting('anlan.tenant', true));
grant select, insert on answer_texts to anlan_app;
