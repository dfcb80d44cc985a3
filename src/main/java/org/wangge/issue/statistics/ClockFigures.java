package org.wangge.issue.statistics;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What was due in the period, round by round, and whether it was done in time. What stands still is
/// not due yet; issues that were rejected, merged or withdrawn are not, and neither is a contact that
/// its closing made needless before it was due.
@Component
class ClockFigures implements FigureSource {
    private final DatabaseClient database;

    ClockFigures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Found> of(Extent extent) {
        return extent.bind(database.sql("""
                        with due as (
                          select grid_part(i.reported_grid_key, :node) as part, c.issue_id, c.round, c.point,
                                 (array_agg(c.due_at order by c.no desc))[1] as due_at,
                                 (array_agg(c.met_at order by c.no desc))[1] as met_at,
                                 bool_or(c.breached_at is not null or coalesce(c.met_at, c.cancelled_at, :now) > c.due_at)
                                   as is_late
                          from issue i join issue_clock c on c.issue_id = i.id and c.point in ('HANDLE', 'CONTACT')
                          where i.reported_grid_key >= :low and i.reported_grid_key < :high
                            and i.reported_at < :to and i.status not in ('REJECTED', 'MERGED', 'WITHDRAWN')
                            and (c.cancelled_at is null or c.breached_at is not null or c.cancelled_at > c.due_at)
                          group by i.reported_grid_key, c.issue_id, c.round, c.point
                          having not bool_or(c.paused_since is not null)
                        ), counted as (
                          select d.part, d.point, d.is_late, d.met_at is not null and not d.is_late as is_in_time,
                                 d.point = 'HANDLE' and exists (
                                   select 1 from issue_timeline t
                                   where t.issue_id = d.issue_id and t.round = d.round and t.to_status = 'CLOSED') as is_closed
                          from due d
                          where d.due_at >= :from and d.due_at < :to
                        ), summed as (
                          select part, point, count(*) as amount, count(*) filter (where is_closed) as closed,
                                 count(*) filter (where is_closed and is_in_time) as on_time,
                                 count(*) filter (where is_late) as late, count(*) filter (where is_in_time) as in_time
                          from counted
                          group by part, point
                        )
                        select part, 'CLOSED' as figure, closed as amount, amount as whole from summed where point = 'HANDLE'
                        union all select part, 'CLOSED_ON_TIME', on_time, amount from summed where point = 'HANDLE'
                        union all select part, 'OVERDUE', late, amount from summed where point = 'HANDLE'
                        union all select part, 'CONTACTED_IN_TIME', in_time, amount from summed where point = 'CONTACT'"""))
                .bind("now", extent.now())
                .map(Found::row)
                .all();
    }
}
