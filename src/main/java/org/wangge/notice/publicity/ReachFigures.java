package org.wangge.notice.publicity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// How many notices reached, grid by grid: counted of people, and never of those who tell them.
@Component
class ReachFigures {
    private static final int MOST_GRIDS = 1_000;

    private final DatabaseClient database;

    ReachFigures(DatabaseClient database) {
        this.database = database;
    }

    /// Each subtree as a whole, and the grids right below it, or those of a level in it: each with all below. Grids
    /// where nobody was addressed are left out.
    Mono<List<PolicyReach>> of(PolicyNoticeId notice, Scope subtrees, @Nullable GridLevel level) {
        return database.sql("""
                        with root as (
                          select t.low, t.high, top.level
                          from unnest(:lows::text[], :highs::text[]) as t (low, high) join grid top on top.grid_key = t.low
                        ), counted as (
                          select a.grid_key, count(*)::int as addressed,
                                 (count(*) filter (where a.receipt = 'READ'))::int as read,
                                 (count(*) filter (where a.receipt = 'TOLD_IN_PERSON'))::int as told,
                                 (count(*) filter (where a.receipt is null and o.person is null))::int as offline
                          from root join policy_addressee a
                            on a.notice_id = :notice and a.grid_key >= root.low and a.grid_key < root.high
                          left join (
                            select coalesce(o.resident_id, o.member_id) as person from account o where o.disabled_at is null
                          ) as o on o.person = a.person
                          group by a.grid_key
                        )
                        select g.id, sum(c.addressed)::int as addressed, sum(c.read)::int as read, sum(c.told)::int as told,
                               sum(c.offline)::int as offline
                        from root
                        join grid g on g.grid_key >= root.low and g.grid_key < root.high
                          and (g.grid_key = root.low or g.level = coalesce(:level::int, root.level + 1))
                        join counted c on starts_with(c.grid_key, g.grid_key)
                        group by g.id, g.grid_key
                        order by g.grid_key
                        limit :most""")
                .bind("lows", subtrees.subtrees().stream().map(GridKey::path).toArray(String[]::new))
                .bind("highs", subtrees.subtrees().stream().map(GridKey::end).toArray(String[]::new))
                .bind("notice", notice.value())
                .bind("level", Rows.orNull(level == null ? null : (int) level.depth(), Integer.class))
                .bind("most", MOST_GRIDS)
                .map(row -> new PolicyReach(
                        new GridId(Rows.uuid(row, "id")),
                        Rows.number(row, "addressed"),
                        Rows.number(row, "read"),
                        Rows.number(row, "told"),
                        Rows.number(row, "offline")))
                .all()
                .collectList();
    }
}
