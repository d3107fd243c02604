-- why: matters open on a calendar; how far each schedule was opened, and who is at it, so that several servers open each once
-- works with the previous release: yes, it adds a table

create table schedule_marks (
  tenant text not null references tenants,
  -- `procedure.schedule`
  schedule text not null,
  opened_until date not null,
  leased_until timestamptz,
  primary key (tenant, schedule)
);
alter table schedule_marks enable row level security;
create policy tenant_rows on schedule_marks using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update on schedule_marks to anlan_app;
