package org.wangge.issue.statistics;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What was reported in the period, and what became of it before anybody worked on it. Merged issues
/// are neither accepted nor rejected; what an issue was split into is counted with the whole.
@Component
class ReportFigures implements FigureSource {
    private final DatabaseClient database;

    ReportFigures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Found> of(Extent extent) {
        return extent.bind(database.sql("""
                        with reported as (
                          select grid_part(reported_grid_key, :node) as part, count(*) as amount,
                                 count(*) filter (where status = 'MERGED') as merged,
                                 count(*) filter (where source in ('GRID_VISIT', 'GRID_PATROL', 'MONITORING', 'IOT_SENSOR')) as proactive,
                                 count(*) filter (where grid_key <> reported_grid_key) as moved_away
                          from issue
                          where reported_grid_key >= :low and reported_grid_key < :high
                            and reported_at >= :from and reported_at < :to and parent_id is null
                          group by 1
                        ), decided as (
                          select grid_part(reported_grid_key, :node) as part, count(*) filter (where not rejected) as accepted,
                                 count(*) as amount
                          from (
                            select reported_grid_key, false as rejected
                            from issue
                            where accepted_at >= :from and accepted_at < :to and status not in ('MERGED', 'REJECTED')
                              and parent_id is null
                              and reported_grid_key >= :low and reported_grid_key < :high
                            union all
                            select reported_grid_key, true
                            from issue i
                            where status = 'REJECTED' and reported_grid_key >= :low and reported_grid_key < :high
                              and (select max(at) from issue_timeline where issue_id = i.id and move = 'REJECT') >= :from
                              and (select max(at) from issue_timeline where issue_id = i.id and move = 'REJECT') < :to
                          ) as one
                          group by 1
                        ), moved_here as (
                          select grid_part(grid_key, :node) as part, count(*) as amount
                          from issue
                          where grid_key >= :low and grid_key < :high and grid_key <> reported_grid_key
                            and reported_at >= :from and reported_at < :to and parent_id is null
                          group by 1
                        )
                        select part, 'REPORTED' as figure, amount, 0::bigint as whole from reported
                        union all select part, 'MERGED', merged, amount from reported
                        union all select part, 'PROACTIVE', proactive, amount from reported
                        union all select part, 'MOVED_AWAY', moved_away, 0 from reported
                        union all select part, 'MOVED_HERE', amount, 0 from moved_here
                        union all select part, 'ACCEPTED', accepted, 0 from decided
                        union all select part, 'VALID', accepted, amount from decided""")).map(Found::row).all();
    }
}
