-- why: what is about a unit or names somebody is found by where it lies, without looking at all of it
-- works with the previous release: yes, it adds indexes only

create index matters_kept_unit on matters (tenant, unit_path) where about_path is not null or hidden_from is not null;
create index matters_kept_origin on matters (tenant, origin_path) where about_path is not null or hidden_from is not null;
