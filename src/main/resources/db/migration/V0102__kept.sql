-- Tables of which each node keeps a copy, and how often each was changed.
create table kept_table (
    name    text primary key,
    version bigint not null default 1
);

create function count_change() returns trigger language plpgsql as $$
begin
    update kept_table set version = version + 1 where name = tg_table_name;
    return null;
end
$$;

insert into kept_table (name) values ('grid');

create trigger grid_kept after insert or update or delete or truncate on grid
    for each statement execute function count_change();
