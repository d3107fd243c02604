-- why: a search finds what stands in the description and in the story, not in titles and places alone
-- works with the previous release: yes, it adds an index and a view

-- Pairs of neighbouring characters of what was answered at each step, made by functions of PostgreSQL alone. No text is kept twice, and an
-- event never changes, so nothing is written again. Only stretches of Chinese: keys, choices and sealed values are none. Answers given
-- apart are left out.
create index matter_events_told on matter_events using gin ((string_to_array(
    regexp_replace(regexp_replace(event ->> 'form', '[^\u3400-\u4dbf\u4e00-\u9fff]+', ' ', 'g'), '(..)', '\1 ', 'g')
    || ' ' || regexp_replace(substr(regexp_replace(event ->> 'form', '[^\u3400-\u4dbf\u4e00-\u9fff]+', ' ', 'g'), 2), '(..)', '\1 ', 'g'), ' ')))
  where event ->> 'form' <> '{}' and event ->> 'hiddenUntil' is null;

-- Owned by the owner of the table, as the ledger is: under row-level security no index of pairs would be used.
create view told as select tenant, matter_id, version, event ->> 'form' as form, string_to_array(
    regexp_replace(regexp_replace(event ->> 'form', '[^\u3400-\u4dbf\u4e00-\u9fff]+', ' ', 'g'), '(..)', '\1 ', 'g')
    || ' ' || regexp_replace(substr(regexp_replace(event ->> 'form', '[^\u3400-\u4dbf\u4e00-\u9fff]+', ' ', 'g'), 2), '(..)', '\1 ', 'g'), ' ') as pairs
  from matter_events where tenant = current_setting('anlan.tenant', true) and event ->> 'form' <> '{}' and event ->> 'hiddenUntil' is null;
grant select on told to anlan_app;
