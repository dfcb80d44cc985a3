select g.grid_key, g.name, count(i.id)
from grid g
left join issue i on i.is_open and i.grid_key >= g.grid_key and i.grid_key < left(g.grid_key, -1) || '/'
where g.level between 1 and 3
group by g.id
order by g.code;
