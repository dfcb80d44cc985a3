package org.wangge.issue.statistics;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What people thought of it: ratings of the period that are not excluded, and for whether it is
/// resolved also those who were called and did not rate.
@Component
class OpinionFigures implements FigureSource {
    private final DatabaseClient database;

    OpinionFigures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Found> of(Extent extent) {
        return extent.bind(database.sql("""
                        with opinion as (
                          select r.issue_id, r.is_resolved, r.score >= 3 as is_satisfied
                          from issue_rating r
                          where r.at >= :from and r.at < :to and r.excluded_by is null
                          union all
                          select c.issue_id, bool_or(c.outcome = 'SATISFIED'), null
                          from issue_callback c
                          where c.at >= :from and c.at < :to and c.outcome in ('SATISFIED', 'DISSATISFIED')
                            and not exists (select 1 from issue_rating r where r.issue_id = c.issue_id and r.round = c.round)
                          group by c.issue_id, c.round
                        ), summed as (
                          select grid_part(i.reported_grid_key, :node) as part, count(*) as heard,
                                 count(*) filter (where o.is_resolved) as resolved, count(o.is_satisfied) as rated,
                                 count(*) filter (where o.is_satisfied) as satisfied
                          from opinion o join issue i on i.id = o.issue_id
                          where i.reported_grid_key >= :low and i.reported_grid_key < :high
                          group by 1
                        )
                        select part, 'RESOLVED' as figure, resolved as amount, heard as whole from summed
                        union all select part, 'SATISFIED', satisfied, rated from summed""")).map(Found::row).all();
    }
}
