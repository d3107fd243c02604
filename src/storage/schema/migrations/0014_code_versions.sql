-- why: who lost a code gets another at the window, and the lost one opens nothing any more
-- works with the previous release: yes, it adds a column with a default

-- The matter's version at which the code was given. The newest one of a matter is the one that opens it.
alter table report_codes add column version integer not null default 1;
create index report_codes_matter on report_codes (tenant, matter_id, version);
