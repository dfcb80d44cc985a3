\set no random(1, 10)
select i.id, i.title, i.status, i.urgency, i.reported_at, g.name, m.name, t.move, t.at
from (
    select i.*
    from bench.within w
    join issue i on i.grid_key >= w.grid_key and i.grid_key < left(w.grid_key, -1) || '/'
    where w.no = :no and i.is_open
    order by i.reported_at desc, i.id desc
    limit 20
) as i
join grid g on g.id = i.grid_id
left join member m on m.id = i.lead_member_id
cross join lateral (
    select seq, move, at from issue_timeline where issue_id = i.id order by seq desc limit 3
) as t
order by i.reported_at desc, i.id desc, t.seq;
