package org.wangge.issue.statistics;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What does not go by a period: the ledger and what is unanswered as they are now, the staff as of
/// the last day of the period that has come.
@Component
class StandingFigures implements FigureSource {
    private static final Duration FRESH = Duration.ofDays(180);

    private final DatabaseClient database;

    StandingFigures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Found> of(Extent extent) {
        return extent.bindSubtree(database.sql("""
                        with resident_part as (
                          select grid_part(grid_key, :node) as part, count(*) as amount,
                                 count(*) filter (where verified_at >= :freshSince) as fresh
                          from resident
                          where status = 'ACTIVE' and grid_key >= :low and grid_key < :high
                          group by 1
                        ), grid_staff as (
                          select grid_part(g.grid_key, :node) as part, count(*) as amount,
                                 count(*) filter (where 2 = (
                                   select count(distinct a.role) from assignment a
                                   where a.grid_id = g.id and a.role in ('GRID_LEADER', 'GRID_MEMBER')
                                     and a.from_on <= :on and (a.to_on is null or a.to_on > :on))) as staffed
                          from grid g
                          where g.level = 3 and g.grid_key >= :low and g.grid_key < :high
                            and g.effective_from <= :on and (g.effective_to is null or g.effective_to > :on)
                          group by 1
                        ), unanswered as (
                          select grid_part(i.reported_grid_key, :node) as part,
                                 count(*) filter (where i.status in ('CLOSED', 'EVALUATED', 'REJECTED')) as closed,
                                 count(*) filter (where i.is_open and exists (
                                   select 1 from issue_clock c
                                   where c.issue_id = i.id and c.round = i.round and c.point = 'HANDLE'
                                     and c.cancelled_at is null
                                     and (c.breached_at is not null
                                          or c.paused_since is null and coalesce(c.met_at, :now) > c.due_at))) as overdue
                          from issue i
                          where i.reported_grid_key >= :low and i.reported_grid_key < :high
                            and (i.is_open or i.status in ('CLOSED', 'EVALUATED', 'REJECTED')) and i.parent_id is null
                            and not exists (
                              select 1 from issue_reply r where r.issue_id = i.id and r.round = i.round)
                          group by 1
                        )
                        select part, 'FRESH' as figure, fresh as amount, amount as whole from resident_part
                        union all select part, 'STAFFED', staffed, amount from grid_staff
                        union all select part, 'CLOSED_WITHOUT_REPLY', closed, 0 from unanswered
                        union all select part, 'OVERDUE_UNREPLIED', overdue, 0 from unanswered"""))
                .bind("freshSince", extent.now().minus(FRESH))
                .bind("on", extent.lastDay())
                .bind("now", extent.now())
                .map(Found::row)
                .all();
    }
}
