-- Issues that were solved in council (议事解决问题): a resolution on a topic that came from them is done. Each counts once, when
-- the first of them was, and for the grid that it had when it was reported.

create view issue_solved_in_council as
select i.id as issue_id, i.reported_grid_key, min(r.done_at) as solved_at
from resolution r
join topic_issue x on x.topic_id = r.topic_id
join issue i on i.id = x.issue_id
where r.done_at is not null
group by i.id;
