-- What residents reported, or had reported for them.
create index issue_by_reporter on issue (reporter, id);
create index issue_by_resident on issue (on_behalf_of, id) where on_behalf_of is not null;
