-- why: a night that nobody judged must not pass unseen: which were judged, and when, so that what was missed is judged late, and a clock that ran ahead can be gone back behind
-- works with the previous release: yes, it adds a table; nights judged by the previous release count as missed and are judged again

create table warning_nights (
  tenant text not null references tenants,
  -- The day that was over.
  night date not null,
  judged_at timestamptz not null,
  primary key (tenant, night)
);

insert into warning_nights (tenant, night, judged_at) select tenant, judged_until, now() from warning_marks where past_from is not null;

alter table warning_nights enable row level security;
create policy tenant_rows on warning_nights using (tenant = current_setting('anlan.tenant', true));
grant select, insert, update, delete on warning_nights to anlan_app;
