insert into kept_table (name) values ('sla_policy'), ('work_day');

create trigger sla_policy_kept after insert or update or delete or truncate on sla_policy
    for each statement execute function count_change();

create trigger work_day_kept after insert or update or delete or truncate on work_day
    for each statement execute function count_change();
