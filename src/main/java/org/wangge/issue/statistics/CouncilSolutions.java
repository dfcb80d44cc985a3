package org.wangge.issue.statistics;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What was solved in council in the period, as deliberation has it: figures read the work by query.
@Component
class CouncilSolutions implements FigureSource {
    private final DatabaseClient database;

    CouncilSolutions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Found> of(Extent extent) {
        return extent.bind(database.sql("""
                        select grid_part(reported_grid_key, :node) as part, 'SOLVED_IN_COUNCIL' as figure,
                               count(*) as amount, 0::bigint as whole
                        from issue_solved_in_council
                        where reported_grid_key >= :low and reported_grid_key < :high
                          and solved_at >= :from and solved_at < :to
                        group by 1""")).map(Found::row).all();
    }
}
