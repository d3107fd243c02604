-- why: matters go to offices above, below and beside; what each office knows of the others, and that it agreed
-- works with the previous release: yes, it adds a table and an index

-- One row a side, in the partition of the office that reads it. Names only: nothing else of another office stands here.
create table office_ties (
  tenant text not null references tenants,
  other text not null check (other <> tenant),
  stands text not null check (stands in ('above', 'below', 'beside')),
  name jsonb not null,
  intake jsonb not null,
  -- Whom to call there.
  call text,
  -- Our own unit that takes in what the other sends.
  takes_in text,
  set_at timestamptz not null,
  set_because text not null,
  agreed_at timestamptz,
  agreed_by text,
  other_agreed_at timestamptz,
  primary key (tenant, other)
);
alter table office_ties enable row level security;
create policy tenant_rows on office_ties using (tenant = current_setting('anlan.tenant', true));
grant select, update (takes_in, agreed_at, agreed_by, other_agreed_at) on office_ties to anlan_app;

-- Few matters cross: those that did are found among all.
create index matters_crossed on matters (tenant, id) where (matter -> 'sent') is not null or (matter -> 'cameFrom') is not null;
