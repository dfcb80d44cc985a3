\set no random(1, 20)
select i.id, i.title, i.status, i.urgency, i.reported_at, count(*) over ()
from bench.filter f
join issue i on i.category_id = f.category_id and i.status = f.status and i.urgency = f.urgency
where f.no = :no
order by i.reported_at desc, i.id desc
limit 50;
