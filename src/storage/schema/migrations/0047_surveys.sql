-- why: an office asks residents how safe they feel and how content they are; one household answers once without being known
-- works with the previous release: yes, it adds tables

create table surveys (
  tenant text not null references tenants,
  id uuid not null,
  version integer not null check (version >= 1),
  -- The office that asks.
  unit_id text not null,
  -- In the address where residents answer.
  code text not null,
  kind text not null check (kind in ('safety', 'satisfaction', 'awareness', 'other')),
  state text not null check (state in ('draft', 'open', 'closed', 'dropped')),
  -- Title, days, questions and how many of each part are asked.
  content jsonb not null,
  changed jsonb not null,
  opened jsonb,
  closed jsonb,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create unique index surveys_code on surveys (tenant, code);

-- Codes on paper that were not used yet, as keyed hashes; one that was used is gone. Nothing here says to which household it went.
create table survey_codes (
  tenant text not null,
  survey_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  unit_id text not null,
  primary key (tenant, survey_id, hash),
  foreign key (tenant, survey_id) references surveys (tenant, id)
);

-- What was ticked. No time, no code, no address, no number that follows the order: each new answer is put down together with others
-- that are put down anew, in an order of chance.
create table survey_answers (
  tenant text not null,
  survey_id uuid not null,
  id uuid not null,
  unit_id text not null,
  answers jsonb not null,
  primary key (tenant, survey_id, id),
  foreign key (tenant, survey_id) references surveys (tenant, id)
);

alter table surveys enable row level security;
create policy tenant_rows on surveys for select using (tenant = current_setting('anlan.tenant', true));
create policy tenant_new on surveys for insert with check (tenant = current_setting('anlan.tenant', true));
create policy tenant_open on surveys for update
  using (tenant = current_setting('anlan.tenant', true) and state in ('draft', 'open'))
  with check (tenant = current_setting('anlan.tenant', true));
grant select, insert on surveys to anlan_app;
grant update (version, state, content, changed, opened, closed) on surveys to anlan_app;

alter table survey_codes enable row level security;
create policy tenant_rows on survey_codes using (tenant = current_setting('anlan.tenant', true));
grant select, insert, delete on survey_codes to anlan_app;

-- Once a survey is closed its answers stay as they are.
alter table survey_answers enable row level security;
create policy tenant_rows on survey_answers for select using (tenant = current_setting('anlan.tenant', true));
create policy tenant_new on survey_answers for insert with check (tenant = current_setting('anlan.tenant', true)
  and exists (select from surveys s where s.tenant = survey_answers.tenant and s.id = survey_id and s.state = 'open'));
create policy tenant_mixed on survey_answers for delete using (tenant = current_setting('anlan.tenant', true)
  and exists (select from surveys s where s.tenant = survey_answers.tenant and s.id = survey_id and s.state = 'open'));
-- Only so that those that are put down anew can be locked, and two at once do not wait for each other.
create policy tenant_locked on survey_answers for update using (tenant = current_setting('anlan.tenant', true)
  and exists (select from surveys s where s.tenant = survey_answers.tenant and s.id = survey_id and s.state = 'open'));
grant select, insert, delete, update (id) on survey_answers to anlan_app;
