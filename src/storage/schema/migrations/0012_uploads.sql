-- why: a file belongs to whoever sent it in until a matter holds it; so a hash tells nobody else anything, and what no matter holds can go
-- works with the previous release: yes, it adds a table

-- Who sent in which bytes, until it is settled whether a matter holds them. The public is one uploader without a name.
create table uploads (
  tenant text not null references tenants,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploader text not null,
  size integer not null,
  at timestamptz not null,
  primary key (tenant, sha256, uploader)
);
create index uploads_at on uploads (tenant, at);

alter table uploads enable row level security;
create policy tenant_rows on uploads using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on uploads to anlan_app;
grant delete on files to anlan_app;

-- What was stored before belongs to nobody any more: the next sweep settles it.
insert into uploads (tenant, sha256, uploader, size, at) select tenant, sha256, 'before', size, stored_at from files;
