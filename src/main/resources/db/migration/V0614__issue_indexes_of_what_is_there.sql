-- A report has no case number, nobody who has it in hand, and often no point: it need not stand in the indexes of these.
alter table issue drop constraint issue_case_no_key;
create unique index issue_case_no_key on issue (case_no) where case_no is not null;

drop index issue_by_hands;
create index issue_by_hands on issue using gin (hands) where hands <> '{}';

drop index issue_open_by_location;
create index issue_open_by_location on issue using gist (location) where is_open and location is not null;
