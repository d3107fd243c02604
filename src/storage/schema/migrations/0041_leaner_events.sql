-- why: half of the disk was events that said in their JSON what stands beside it, and hashes written as letters
-- works with the previous release: no, it reads and writes hashes as letters and events that say everything

-- The text of an event that was hashed is the text that is kept: json keeps the spelling, jsonb does not. Older events stay as they
-- are; what they say, and so their hash, does not change by it.
alter table matter_events alter column event type json using event::text::json, alter column hash type bytea using decode(hash, 'hex');
alter table matter_events add constraint matter_events_hash_check check (length(hash) = 32);

-- The columns of a view are fixed by type; it is made again around the change.
drop view ledger;
alter table matters alter column head type bytea using decode(head, 'hex');
alter table matters add constraint matters_head_check check (length(head) = 32);
create view ledger as select * from matters where tenant = current_setting('anlan.tenant', true);
grant select on ledger to anlan_app;
