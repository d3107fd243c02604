-- why: who added, changed or closed a unit, post or person, when and for what reason; nothing is deleted, it is closed with a reason
-- works with the previous release: yes, the table is new

create table admin_changes (
  tenant text not null references tenants,
  id uuid not null,
  at timestamptz not null,
  person_id text not null,
  post_id text not null,
  subject text not null check (subject in ('unit', 'post', 'person')),
  subject_id text not null,
  what text not null check (what in ('added', 'changed', 'closed', 'holderChanged', 'left', 'passwordReset')),
  reason text,
  before jsonb,
  after jsonb,
  primary key (tenant, id)
);
create index admin_changes_at on admin_changes (tenant, at desc, id desc);
create index admin_changes_subject on admin_changes (tenant, subject, subject_id);

alter table admin_changes enable row level security;
create policy tenant_rows on admin_changes using (tenant = current_setting('anlan.tenant', true));
grant select, insert on admin_changes to anlan_app;
