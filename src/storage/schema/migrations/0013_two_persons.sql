-- why: a post that opens the reporter vault, or decides who may, begins with a second person's confirmation; each act of administration says who and why
-- works with the previous release: yes, it adds columns and allows more kinds of changes

-- Whose holding of the post was confirmed, and for which roles. Who held a post before this rule keeps it.
alter table posts add column confirmed_person_id text;
alter table posts add column confirmed_roles text[] not null default '{}';
update posts set confirmed_person_id = person_id, confirmed_roles = roles where closed_at is null and person_id is not null;

-- The name at that time: a record does not change when a person is renamed.
alter table admin_changes add column person_name text;
update admin_changes c set person_name = p.name from people p where p.tenant = c.tenant and p.id = c.person_id;

alter table admin_changes drop constraint admin_changes_what_check;
alter table admin_changes add constraint admin_changes_what_check
  check (what in ('added', 'changed', 'closed', 'holderChanged', 'left', 'passwordReset', 'retried', 'confirmed', 'sessionsEnded'));
