-- why: codes that open a survey are printed by somebody, at some time, so and so many: that is kept with the survey
-- works with the previous release: yes, it adds a column with a value of its own

-- Who printed codes for which unit, when and how many; never which.
alter table surveys add column prints jsonb not null default '[]';
grant update (prints) on surveys to anlan_app;
