\set no random(1, 400)
select i.id, i.title, i.status, i.urgency, i.reported_at, g.name, m.name
from bench.issue b
join issue i on i.id = b.id
join grid g on g.id = i.grid_id
left join member m on m.id = i.lead_member_id
where b.no = :no;
