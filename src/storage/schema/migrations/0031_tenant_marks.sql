-- why: a wrong key or a wrong clock is noticed when the server starts, before anything is sealed, shredded or marked with it
-- works with the previous release: yes, it adds a table

create table tenant_marks (
  tenant text primary key references tenants,
  -- Which deployment key it is, and what that key makes of the tenant's name: another key makes something else.
  key_id text not null,
  key_check text not null,
  -- When a server last looked at its clock.
  seen_at timestamptz not null
);

alter table tenant_marks enable row level security;
create policy tenant_rows on tenant_marks using (tenant = current_setting('anlan.tenant', true));
