-- why: notices go to other programs and to groups too; an address is confirmed before a mail goes there; what dies is told to somebody
-- works with the previous release: yes, it adds tables and columns; mail waits until each address is confirmed

-- Where the notices of a unit go besides its inbox. Address and secrets are sealed with the deployment key; they go when it is removed.
create table outlets (
  tenant text not null references tenants,
  id text not null,
  unit_id text not null,
  kind text not null check (kind in ('webhook', 'dingtalk', 'wecom', 'feishu')),
  name text not null,
  -- The host alone stands in lists: the rest of an address may be a secret.
  host text not null,
  -- { url, secrets: [{ secret, until? }] }, sealed; the newest secret first.
  sealed jsonb,
  reasons text[] not null,
  mode text not null check (mode in ('atOnce', 'digest')),
  digest_at smallint not null check (digest_at between 0 and 1439),
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_until smallint check (quiet_until between 0 and 1439),
  state text not null check (state in ('active', 'paused', 'stopped', 'removed')),
  -- Nothing goes out before: the receiver allows so many a minute, or asked to wait.
  free_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  check ((quiet_from is null) = (quiet_until is null)),
  check ((sealed is null) = (state = 'removed'))
);
create index outlets_unit on outlets (tenant, unit_id) where state <> 'removed';

-- What the installation itself tells a post; of no matter.
create table office_notices (
  tenant text not null references tenants,
  id uuid not null,
  receiver text not null,
  kind text not null check (kind in ('outletFailed', 'outletSet', 'mailFailed')),
  subject_id text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (tenant, id)
);
create index office_notices_receiver on office_notices (tenant, receiver, id);
-- The same trouble is told once until it was read.
create unique index office_notices_unread on office_notices (tenant, receiver, kind, subject_id) where read_at is null;
create index office_notices_at on office_notices (tenant, at);

alter table deliveries add column waited integer not null default 0;
create index deliveries_target on deliveries (tenant, target, state, next_at);

-- Null: every reason.
alter table notice_preferences add column reasons text[];
alter table notice_preferences add column confirmed_at timestamptz;
alter table notice_preferences add column code_hash text;
alter table notice_preferences add column code_until timestamptz;
alter table notice_preferences add column code_tries smallint not null default 0;
-- Of the last hour, against filling somebody's mailbox with codes.
alter table notice_preferences add column codes_sent smallint not null default 0;
alter table notice_preferences add column codes_since timestamptz;
alter table notice_preferences add column failed_at timestamptz;
alter table notice_preferences add column failed_said text;

alter table admin_changes drop constraint admin_changes_subject_check;
alter table admin_changes add constraint admin_changes_subject_check
  check (subject in ('unit', 'post', 'person', 'office', 'job', 'outlet'));
alter table admin_changes drop constraint admin_changes_what_check;
alter table admin_changes add constraint admin_changes_what_check
  check (what in ('added', 'changed', 'closed', 'holderChanged', 'left', 'passwordReset', 'retried', 'confirmed', 'sessionsEnded',
    'paused', 'resumed', 'secretRenewed'));

alter table outlets enable row level security;
alter table office_notices enable row level security;
create policy tenant_rows on outlets using (tenant = current_setting('anlan.tenant', true));
create policy tenant_rows on office_notices using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update on outlets to anlan_app;
grant select, insert, delete, update (read_at) on office_notices to anlan_app;
