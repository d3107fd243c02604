-- why: whoever brings a ledger in sees how far it is, and can stop it
-- works with the previous release: yes, the columns may be empty
-- Rows below the headings; absent until they were counted.
alter table import_batches add column total_rows integer;
-- Asked to stop: what is in stays in.
alter table import_batches add column cancelled_at timestamptz;
