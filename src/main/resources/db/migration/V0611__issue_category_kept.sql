insert into kept_table (name) values ('issue_category');

create trigger issue_category_kept after insert or update or delete or truncate on issue_category
    for each statement execute function count_change();
