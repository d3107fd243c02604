-- why: whoever is needed is told, once, in the same transaction as the event that needs them
-- works with the previous release: yes, it adds tables

-- Nothing of what a matter says: which one, why, and by when. No foreign key to matters (decision 0009).
create table notices (
  tenant text not null references tenants,
  id uuid not null,
  -- `post:<id>`; `<role>@<unit>` where nobody holds such a post.
  receiver text not null,
  matter_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('raised', 'overdue', 'urged', 'cameBack', 'assigned', 'warned', 'decided', 'answered')),
  at timestamptz not null,
  step text,
  deadline text,
  due_at timestamptz,
  exercise boolean not null,
  read_at timestamptz,
  primary key (tenant, id)
);
-- An id begins with its time.
create index notices_receiver on notices (tenant, receiver, id);
create index notices_unread on notices (tenant, receiver, id) where read_at is null;
create index notices_at on notices (tenant, at);

alter table notices enable row level security;
create policy tenant_rows on notices using (tenant = current_setting('anlan.tenant', true));
grant select, insert, delete, update (read_at) on notices to anlan_app;
