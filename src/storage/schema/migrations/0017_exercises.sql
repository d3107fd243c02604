-- why: exercises follow the same paths and are out of every count; lists and counts leave them out by this column
-- works with the previous release: yes, it adds a column with a default

alter table matters add column exercise boolean not null default false;
create index matters_exercise on matters (tenant, opened_at desc, id desc) where exercise;

-- The columns of a view are those its table had when it was made.
create or replace view ledger as select * from matters where tenant = current_setting('anlan.tenant', true);
