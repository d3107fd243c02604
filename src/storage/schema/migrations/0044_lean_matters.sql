-- why: the row of a matter leaves out what every matter and clock has and what the rest of it says; indexes that only a nightly sweep read are gone
-- works with the previous release: no, it takes what a row leaves out for missing

-- Rows that are there stay as they are until they are written the next time; both are read alike.

-- Ids of notices begin with their time: what is old is found by them.
drop index notices_at;
-- Keys lie in the order of their time. Of every few pages the first and last time is enough, and nothing is written for each key.
drop index commands_at;
create index commands_at on commands using brin (at) with (pages_per_range = 16);
-- What waits to be sorted into these is read by every search, and sorting four megabytes at once keeps one writer waiting.
alter index matters_terms set (gin_pending_list_limit = 1024);
alter index matter_events_told set (gin_pending_list_limit = 1024);
