-- why: a used key kept a plain hash of its command, personal values included, and was kept for ever; a job that failed ten times was lost
-- works with the previous release: yes, it does not know the rows that go, and never gives a job up any more than before

-- Used keys were kept with a plain hash of their command, personal values included, which anybody could find by trying. They are
-- forgotten; from now on the hash is keyed, and rows go when their time for retries is over.
delete from commands;
grant delete on commands, jobs to anlan_app;

-- Matters that a step asked for and that are not open yet: few at any time, asked for by each view of the parent.
create index jobs_children on jobs (tenant, (payload ->> 'matterId')) where kind = 'open-children' and done_at is null;

-- What fails, for the administrator and for monitoring: nothing when all is well.
create index jobs_failing on jobs (tenant) where done_at is null and last_error is not null;

-- An administrator lets a job run again.
alter table admin_changes drop constraint admin_changes_subject_check;
alter table admin_changes add constraint admin_changes_subject_check check (subject in ('unit', 'post', 'person', 'job', 'office'));
alter table admin_changes drop constraint admin_changes_what_check;
alter table admin_changes add constraint admin_changes_what_check
  check (what in ('added', 'changed', 'closed', 'holderChanged', 'left', 'passwordReset', 'retried'));
