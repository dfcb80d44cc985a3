insert into kept_table (name) values ('member'), ('department');

create trigger member_kept after insert or update or delete or truncate on member
    for each statement execute function count_change();

create trigger department_kept after insert or update or delete or truncate on department
    for each statement execute function count_change();
