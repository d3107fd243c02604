-- why: who acts for which post from when until when, as matters of leave and duty say, so that a session asks it each time
-- works with the previous release: yes, it adds a table

-- Follows from the matter's row (`engine/stand-ins/stand-ins-of.ts`). Without `by_post_id` nobody acts for whoever is away. No foreign key to matters (decision 0009).
create table stand_ins (
  tenant text not null references tenants,
  matter_id uuid not null,
  no smallint not null,
  post_id text not null,
  by_post_id text,
  from_at timestamptz not null,
  until_at timestamptz not null,
  away boolean not null,
  primary key (tenant, matter_id, no)
);
create index stand_ins_by on stand_ins (tenant, by_post_id, until_at);
create index stand_ins_until on stand_ins (tenant, until_at);

alter table stand_ins enable row level security;
create policy tenant_rows on stand_ins using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on stand_ins to anlan_app;
