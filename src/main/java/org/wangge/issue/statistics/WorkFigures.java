package org.wangge.issue.statistics;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What was dispatched, submitted and closed in the period, and whether it held: dispatches that were
/// not returned with right, results that were not sent back, closings that were not opened again.
@Component
class WorkFigures implements FigureSource {
    private final DatabaseClient database;

    WorkFigures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Found> of(Extent extent) {
        return extent.bind(database.sql("""
                        with dispatched as (
                          select grid_part(i.reported_grid_key, :node) as part, count(*) as amount,
                                 count(*) filter (where o.ruling is distinct from 'UPHELD') as held
                          from work_order o join issue i on i.id = o.issue_id
                          where o.is_lead and o.dispatched_at >= :from and o.dispatched_at < :to
                            and o.dispatched_by is distinct from 'member:' || o.member_id
                            and i.reported_grid_key >= :low and i.reported_grid_key < :high
                          group by 1
                        ), submitted as (
                          select grid_part(reported_grid_key, :node) as part, count(*) as amount,
                                 count(*) filter (where exists (
                                   select 1 from issue_timeline f
                                   where f.issue_id = r.issue_id and f.round = r.round and f.move = 'VERIFY'
                                     and f.to_status = 'IN_PROGRESS')) as failed
                          from (
                            select distinct t.issue_id, t.round, i.reported_grid_key
                            from issue_timeline t join issue i on i.id = t.issue_id
                            where t.move = 'SUBMIT_RESULT' and t.at >= :from and t.at < :to
                              and i.reported_grid_key >= :low and i.reported_grid_key < :high
                          ) as r
                          group by 1
                        ), closed as (
                          select grid_part(i.reported_grid_key, :node) as part, count(*) as amount,
                                 count(*) filter (where i.round > t.round) as reopened,
                                 count(*) filter (where needs.five) as needing,
                                 count(*) filter (where needs.five and not exists (
                                   select 1 from issue_waiver w where w.issue_id = t.issue_id and w.round = t.round)) as seen
                          from issue_timeline t join issue i on i.id = t.issue_id
                          cross join lateral (
                            select t.move = 'CLOSE' and i.type not in ('CONSULTATION', 'SUGGESTION', 'PRAISE') as five
                          ) as needs
                          where t.move in ('CLOSE', 'ANSWER_DIRECTLY') and t.to_status = 'CLOSED' and t.at >= :from and t.at < :to
                            and i.reported_grid_key >= :low and i.reported_grid_key < :high
                          group by 1
                        )
                        select part, 'WELL_DISPATCHED' as figure, held as amount, amount as whole from dispatched
                        union all select part, 'REWORKED', failed, amount from submitted
                        union all select part, 'REOPENED', reopened, amount from closed
                        union all select part, 'FIVE_SEEN', seen, needing from closed""")).map(Found::row).all();
    }
}
