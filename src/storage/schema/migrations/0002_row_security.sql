-- why: second line of defence behind the queries: a connection sees the rows of the tenant it is bound to, and only those
-- works with the previous release: yes, it adds the application role and policies

alter table tenants enable row level security;
create policy tenant_rows on tenants using (tenant = current_setting('anlan.tenant', true));
alter table units enable row level security;
create policy tenant_rows on units using (tenant = current_setting('anlan.tenant', true));
alter table people enable row level security;
create policy tenant_rows on people using (tenant = current_setting('anlan.tenant', true));
alter table posts enable row level security;
create policy tenant_rows on posts using (tenant = current_setting('anlan.tenant', true));
alter table matters enable row level security;
create policy tenant_rows on matters using (tenant = current_setting('anlan.tenant', true));
alter table matter_events enable row level security;
create policy tenant_rows on matter_events using (tenant = current_setting('anlan.tenant', true));
alter table deadlines enable row level security;
create policy tenant_rows on deadlines using (tenant = current_setting('anlan.tenant', true));
alter table matter_links enable row level security;
create policy tenant_rows on matter_links using (tenant = current_setting('anlan.tenant', true));
alter table commands enable row level security;
create policy tenant_rows on commands using (tenant = current_setting('anlan.tenant', true));
alter table jobs enable row level security;
create policy tenant_rows on jobs using (tenant = current_setting('anlan.tenant', true));
alter table counters enable row level security;
create policy tenant_rows on counters using (tenant = current_setting('anlan.tenant', true));
alter table reference_numbers enable row level security;
create policy tenant_rows on reference_numbers using (tenant = current_setting('anlan.tenant', true));
alter table matter_keys enable row level security;
create policy tenant_rows on matter_keys using (tenant = current_setting('anlan.tenant', true));
alter table reporter_vault enable row level security;
create policy tenant_rows on reporter_vault using (tenant = current_setting('anlan.tenant', true));
alter table report_codes enable row level security;
create policy tenant_rows on report_codes using (tenant = current_setting('anlan.tenant', true));
alter table files enable row level security;
create policy tenant_rows on files using (tenant = current_setting('anlan.tenant', true));
alter table import_batches enable row level security;
create policy tenant_rows on import_batches using (tenant = current_setting('anlan.tenant', true));
alter table rejected_rows enable row level security;
create policy tenant_rows on rejected_rows using (tenant = current_setting('anlan.tenant', true));
alter table saved_views enable row level security;
create policy tenant_rows on saved_views using (tenant = current_setting('anlan.tenant', true));

-- Least rights: events are added, never changed or removed; matters are never removed.
grant select, insert, update on tenants, units, people, posts, matters, deadlines, jobs, counters, reference_numbers, matter_keys, reporter_vault, import_batches to anlan_app;
grant select, insert on matter_events, matter_links, commands, report_codes, files, rejected_rows to anlan_app;
grant select, insert, delete on saved_views to anlan_app;
