-- why: what is said to be done and waits for a check is held; what ends without anybody's duty has lapsed
-- works with the previous release: no, it would meet states that it does not know

alter table deadlines drop constraint deadlines_state_check;
alter table deadlines add constraint deadlines_state_check
  check (state in ('running', 'paused', 'held', 'overdue', 'met', 'lapsed', 'cancelled'));
