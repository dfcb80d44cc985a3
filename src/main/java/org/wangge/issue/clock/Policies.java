package org.wangge.issue.clock;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.AreaClass;
import org.wangge.grid.Grid;
import org.wangge.grid.GridKey;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Categories;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.IssueType;
import org.wangge.issue.Urgency;
import org.wangge.kept.Kept;
import org.wangge.kept.KeptTables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which policy fits an issue, from memory, see [KeptTables]: the one of the highest priority, then the
/// one that says more (the category before the type, that before the area and the urgency), then the
/// subdistrict's own.
@Component
class Policies {
    private final DatabaseClient database;
    private final Categories categories;
    private final Grids grids;
    private final Kept<List<PolicyRule>> kept;

    Policies(DatabaseClient database, Categories categories, Grids grids, KeptTables tables) {
        this.database = database;
        this.categories = categories;
        this.grids = grids;
        this.kept = tables.keep("sla_policy", firstToLast().collectList());
    }

    Mono<Map<DuePoint, Policy>> fitting(Issue issue, Collection<DuePoint> points) {
        var category = categories.all(List.of(issue.categoryId().value())).single();
        var line = grids.allAt(issue.gridKey().line(), Scope.everywhere()).collectList();
        return Mono.zip(rules(), category, line)
                .map(found -> fitting(found.getT1(), issue, found.getT2(), nearest(found.getT3()), points));
    }

    /// By which policy a clock was last reckoned.
    Mono<Policy> of(UUID clockId) {
        return database.sql("""
                        select p.id, p.point, p.is_working, p.days, p.minutes, p.longest_days
                        from sla_policy p join issue_clock c on c.policy_id = p.id
                        where c.id = :clock""").bind("clock", clockId).map(Policies::policy).one();
    }

    private Mono<List<PolicyRule>> rules() {
        var known = kept.now();
        return known == null ? firstToLast().collectList() : Mono.just(known);
    }

    /// Those that go before others first.
    private Flux<PolicyRule> firstToLast() {
        return database.sql("""
                        select p.id, p.point, p.is_working, p.days, p.minutes, p.longest_days, p.grid_key, p.type,
                               p.category_code, p.urgency, p.area_class
                        from sla_policy p left join issue_category c on c.code = p.category_code
                        where p.is_active
                        order by p.priority desc, p.category_code is null, c.parent_code is null, p.type is null,
                                 p.area_class is null, p.urgency is null, length(p.grid_key) desc nulls last""").map(Policies::rule).all();
    }

    private static Map<DuePoint, Policy> fitting(
            List<PolicyRule> rules,
            Issue issue,
            IssueCategory category,
            @Nullable AreaClass area,
            Collection<DuePoint> points) {
        var fitting = new EnumMap<DuePoint, Policy>(DuePoint.class);
        for (var rule : rules) {
            if (points.contains(rule.policy().point()) && rule.fits(issue, category, area)) {
                fitting.putIfAbsent(rule.policy().point(), rule.policy());
            }
        }
        return fitting;
    }

    /// The class of the area of the deepest of the grids that has one.
    private static @Nullable AreaClass nearest(List<Grid> line) {
        return line.stream()
                .filter(grid -> grid.areaClass() != null)
                .max(Comparator.comparing(Grid::key))
                .map(Grid::areaClass)
                .orElse(null);
    }

    private static PolicyRule rule(Readable row) {
        return new PolicyRule(
                policy(row),
                Rows.mapped(row, "grid_key", String.class, GridKey::new),
                Rows.mapped(row, "type", String.class, IssueType::valueOf),
                row.get("category_code", String.class),
                Rows.mapped(row, "urgency", String.class, Urgency::valueOf),
                Rows.mapped(row, "area_class", String.class, AreaClass::valueOf));
    }

    private static Policy policy(Readable row) {
        return new Policy(
                Rows.uuid(row, "id"),
                Rows.constant(row, "point", DuePoint.class),
                Rows.get(row, "is_working", Boolean.class),
                Rows.number(row, "days"),
                Rows.number(row, "minutes"),
                row.get("longest_days", Integer.class));
    }
}
