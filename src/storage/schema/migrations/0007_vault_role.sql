-- why: the ordinary role must not read who reported; opening the vault goes through a role of its own, and each entry stays as it was put in
-- works with the previous release: no, it reads the vault as anlan_app

-- An entry is never replaced: what a later step adds stands beside it under the version that added it.
alter table reporter_vault add column version integer not null default 1;
alter table reporter_vault alter column version drop default;
alter table reporter_vault drop constraint reporter_vault_pkey;
alter table reporter_vault add primary key (tenant, matter_id, version);

-- The application puts in, empties on schedule, and sees that there is something; what is in it, only the vault's role reads.
revoke select on reporter_vault from anlan_app;
grant select (tenant, matter_id, version, shredded_at) on reporter_vault to anlan_app;
grant select on reporter_vault to anlan_vault;
