-- why: the key that wraps data keys, and the deployment key above it, can be renewed while servers run
-- works with the previous release: yes, while nobody renews a key; it adds a table and a column

-- What wraps data keys, wrapped itself by the deployment key that `wrapper` is the mark of; `first` is what hashes are made with.
-- Without rows the deployment key does both. It belongs to the installation, not to an office.
create table wrapping_keys (
  id text not null,
  wrapper text not null,
  wrapped_key text not null,
  -- From when on it wraps what is new: servers look once a minute, and must all know a key before one of them uses it.
  wraps_from timestamptz not null,
  primary key (id, wrapper)
);

-- The owner alone reads them, and threads that work for it.
alter table wrapping_keys enable row level security;
create policy of_the_installation on wrapping_keys using (true);
grant select on wrapping_keys to anlan_app;

-- When a copy of the deployment key was last written out under a passphrase.
alter table tenant_marks add column key_kept_at timestamptz;
