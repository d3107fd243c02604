-- why: what points to a record (a site, a checklist) is found by its number, for the page of the record and for "the third time here"
-- works with the previous release: yes, it adds a column and an index

alter table matters add column points_to text[] not null default '{}';
update matters set points_to = named.records from (
  select m.tenant, m.id, array_agg(distinct split_part(f.value, '@', 1)) as records
  from matters m, jsonb_each_text(m.matter->'fields') f
  where f.value ~ '^[A-Z]{2,4}-\d{4}-\d+@\d+$' group by m.tenant, m.id
) named where named.tenant = matters.tenant and named.id = matters.id;
create index matters_points_to on matters using gin (points_to);
create or replace view ledger as select * from matters where tenant = current_setting('anlan.tenant', true);
