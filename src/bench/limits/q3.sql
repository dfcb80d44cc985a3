select g.grid_key, g.name, (
    select count(*)
    from issue i
    where i.is_open and i.grid_key >= g.grid_key and i.grid_key < left(g.grid_key, -1) || '/'
)
from grid g
where g.level between 1 and 3
order by g.code;
