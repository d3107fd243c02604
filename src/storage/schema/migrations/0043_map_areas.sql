-- why: an office puts in where its units lie, so that figures can be read on a map without anybody else's tiles
-- works with the previous release: yes, it adds a table

-- Versions only; the last one holds. Rows are added and never changed.
create table map_areas (
  tenant text not null references tenants,
  version integer not null check (version >= 1),
  file_name text not null,
  areas jsonb not null,
  at timestamptz not null,
  primary key (tenant, version)
);

alter table map_areas enable row level security;
create policy tenant_rows on map_areas using (tenant = current_setting('anlan.tenant', true));
grant select, insert on map_areas to anlan_app;
