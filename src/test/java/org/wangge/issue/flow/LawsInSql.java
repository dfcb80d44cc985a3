package org.wangge.issue.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/// The invariants of `domain.md` §10 as questions to the tables: each finds what breaks it.
final class LawsInSql {
    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("the timeline has no gap, and its length is the version", """
                select i.id from issue i join issue_timeline t on t.issue_id = i.id
                group by i.id
                having min(t.seq) <> 1 or max(t.seq) <> count(*) or max(t.seq) <> i.version or i.last_seq <> i.version""");
        ALL.put("each line goes on where the last one ended, and the last is where the issue stands", """
                select t.issue_id from (
                  select issue_id, from_status, to_status, lag(to_status) over w as before, lead(to_status) over w as after
                  from issue_timeline window w as (partition by issue_id order by seq)) t
                join issue i on i.id = t.issue_id
                where t.from_status is distinct from t.before or t.after is null and t.to_status <> i.status""");
        ALL.put("each line has one event of its version", """
                select t.issue_id || ' ' || t.seq || ' ' || t.move
                from issue_timeline t
                where t.move <> 'REPORT'
                  and 1 <> (select count(*) from event e where e.subject = t.issue_id and e.subject_version = t.seq)""");
        ALL.put("it has orders when it is in hand, one of them leads", """
                select i.id || ' ' || i.status from issue i
                left join work_order w on w.issue_id = i.id and w.ended_at is null
                group by i.id
                having (count(w.id) > 0) <> (i.status in ('DISPATCHED', 'IN_PROGRESS', 'HANDLED', 'SUSPENDED'))
                    or count(w.id) > 0 and count(*) filter (where w.is_lead) <> 1""");
        ALL.put("what goes on in another leads to one that does not, and nobody handles it", """
                with recursive way as (
                  select id as start, merged_into as next, 1 as length from issue where merged_into is not null
                  union all
                  select w.start, i.merged_into, w.length + 1 from way w join issue i on i.id = w.next
                  where i.merged_into is not null and w.length < 100
                )
                select start::text from way where length >= 100 or next = start
                union all
                select t.issue_id::text from issue_timeline t where t.from_status = 'MERGED' and t.move <> 'UNMERGE'""");
        ALL.put("whoever reported what was merged hears the reply", """
                select m.issue_id from issue_merge m
                join issue i on i.id = m.issue_id and i.status = 'MERGED' and i.merged_into = m.into_id
                join issue_reply r on r.issue_id = m.into_id and r.sent_at > m.merged_at and r.kind <> 'REJECTION'
                where m.unmerged_at is null
                  and not exists (select from notification n
                                  where n.subject_id = m.issue_id and n.kind = 'ISSUE_REPLIED' and n.at = r.sent_at)""");
        ALL.put("nothing is withdrawn that others wait for as well", """
                select i.id from issue i join issue target on target.id = i.merged_into where target.status = 'WITHDRAWN'""");
        ALL.put("what is closed has its outcome, one reply and all evidence, accepted or waived", """
                select i.id from issue i
                where i.status in ('CLOSED', 'EVALUATED')
                  and (i.outcome is null or i.closed_at is null
                       or 1 <> (select count(*) from issue_reply r
                                where r.issue_id = i.id and r.round = i.round and r.kind <> 'REJECTION')
                       or exists (
                         select from (values ('CONSULTATION', 'PERSON'), ('CONSULTATION', 'RESULT')) as k (type, kind)
                         where k.type = i.type
                           and not exists (select from issue_evidence e where e.issue_id = i.id and e.round = i.round
                                                                          and e.kind = k.kind and e.is_accepted)
                           and not exists (select from issue_waiver v where v.issue_id = i.id and v.round = i.round
                                                                        and v.kind = k.kind)))""");
        ALL.put("nobody verified what they had handled, but who answered at once", """
                select v.issue_id from issue_timeline v
                join issue_timeline h on h.issue_id = v.issue_id and h.round = v.round and h.actor = v.actor and h.seq < v.seq
                where v.move in ('VERIFY', 'CLOSE') and h.acted_as in ('LEAD', 'CO_HANDLER')
                  and not exists (select from issue_reply r where r.issue_id = v.issue_id and r.round = v.round
                                                              and r.kind = 'DIRECT')""");
        ALL.put("a clock stood still no longer than it ran, and not before it began", """
                select c.id from issue_clock c
                where c.paused_ms < 0 or c.met_at < c.started_at or c.cancelled_at < c.started_at
                   or c.paused_since < c.started_at
                   or c.paused_ms > 1000 + extract(epoch from coalesce(c.met_at, c.cancelled_at, clock_timestamp()) - c.started_at) * 1000""");
        ALL.put("no clock of a point runs twice, and none of a round that is over", """
                select c.issue_id || ' ' || c.point from issue_clock c join issue i on i.id = c.issue_id
                where c.is_open
                group by c.issue_id, c.point, i.round
                having count(*) > 1 or max(c.round) <> i.round or min(c.round) <> i.round""");
        ALL.put("clocks stand still while it is put off or merged, and no longer", """
                select i.id || ' ' || i.status || ' ' || c.point from issue_clock c join issue i on i.id = c.issue_id
                where c.is_open
                  and case i.status when 'MERGED' then c.paused_since is null
                                    when 'SUSPENDED' then c.paused_since is null and c.point in ('CONTACT', 'HANDLE', 'REWORK')
                                    else c.paused_since is not null end""");
        ALL.put("what met its clock late is known to be late", """
                select id from issue_clock where met_at > due_at and breached_at is null""");
        ALL.put("the open issues of a grid are those of its children and its own", """
                select g.grid_key from grid g
                where (select count(*) from issue i where i.is_open and starts_with(i.grid_key, g.grid_key))
                   <> (select count(*) from issue i where i.is_open and i.grid_key = g.grid_key)
                    + (select count(*) from grid c join issue i on i.is_open and starts_with(i.grid_key, c.grid_key)
                       where c.parent_id = g.id)""");
    }

    private LawsInSql() {}
}
