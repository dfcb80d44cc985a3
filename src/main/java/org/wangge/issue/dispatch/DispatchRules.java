package org.wangge.issue.dispatch;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.issue.CategoryId;
import org.wangge.issue.IssueLevel;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The rules in the database, those that hold and those that held.
@Component
class DispatchRules implements NodeSource {
    static final int MOST = 1_000;
    private static final String SELECT = """
            select r.id, c.id as category_id, r.grid_id, r.grid_key, r.level, r.priority, r.department_id, r.member_id,
                   r.role, r.is_active, r.set_at, r.ended_at, r.version
            from dispatch_rule r join issue_category c on c.code = r.category_code""";

    private final DatabaseClient database;

    DispatchRules(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String type() {
        return DispatchRuleId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return select(viewer.scope(Right.ISSUES).limit("r.grid_key").and("r.id = any(:ids)", "ids", Batch.ids(ids)))
                .cast(Node.class);
    }

    Mono<DispatchRule> find(DispatchRuleId id, Scope scope) {
        return select(scope.limit("r.grid_key").and("r.id = :id", "id", id.value()))
                .next();
    }

    /// Those that hold, in the order in which they are asked for each grid.
    ///
    /// @throws Fault TOO_MANY above 1,000: ask for a part of the tree, or one category
    Mono<List<DispatchRule>> inForce(Scope area, @Nullable String category, Scope scope) {
        var where =
                scope.limit("r.grid_key").and(area.limit("r.grid_key", "area")).and("r.is_active");
        if (category != null) {
            where.and("r.category_code = :category", "category", category);
        }
        var order = "\norder by r.grid_key, r.category_code, r.level nulls last, r.priority\nlimit " + (MOST + 1);
        return where.bind(database.sql(SELECT + where.sql() + order))
                .map(DispatchRules::row)
                .all()
                .collectList()
                .doOnNext(DispatchRules::requireShort);
    }

    /// Takes the place of the rule for the same grid, category, level and priority. Who sets another for
    /// the same grid waits.
    Mono<UUID> set(SetDispatchRuleInput input, Grid grid, String actor, Instant at) {
        return lock(grid).then(endSame(input, grid, actor, at)).then(insert(input, grid, actor, at));
    }

    /// False when it is not at the version any more.
    Mono<Boolean> end(DispatchRule rule, String actor, Instant at) {
        return database.sql("""
                        update dispatch_rule
                        set is_active = false, ended_by = :actor, ended_at = :at, version = version + 1
                        where id = :id and version = :version and is_active""")
                .bind("actor", actor)
                .bind("at", at)
                .bind("id", rule.id().value())
                .bind("version", rule.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> lock(Grid grid) {
        return database.sql("""
                        select id
                        from grid
                        where id = :grid
                        for no key update""").bind("grid", grid.id().value()).then();
    }

    private Mono<Void> endSame(SetDispatchRuleInput input, Grid grid, String actor, Instant at) {
        return database.sql("""
                        update dispatch_rule
                        set is_active = false, ended_by = :actor, ended_at = :at, version = version + 1
                        where grid_key = :gridKey and category_code = :category
                          and level is not distinct from :level and priority = :priority and is_active""")
                .bind("actor", actor)
                .bind("at", at)
                .bind("gridKey", grid.key().path())
                .bind("category", input.category())
                .bind("level", Rows.orNull(levelOf(input), String.class))
                .bind("priority", input.priority())
                .then();
    }

    private Mono<UUID> insert(SetDispatchRuleInput input, Grid grid, String actor, Instant at) {
        return database.sql("""
                        insert into dispatch_rule (category_code, grid_id, grid_key, level, priority, department_id,
                                                   member_id, role, set_by, set_at)
                        values (:category, :grid, :gridKey, :level, :priority, :department, :member, :role, :actor, :at)
                        returning id""")
                .bind("category", input.category())
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("level", Rows.orNull(levelOf(input), String.class))
                .bind("priority", input.priority())
                .bind("department", Rows.orNull(input.target().departmentUuid(), UUID.class))
                .bind("member", Rows.orNull(input.target().memberUuid(), UUID.class))
                .bind("role", Rows.orNull(input.target().roleName(), String.class))
                .bind("actor", actor)
                .bind("at", at)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    private static @Nullable String levelOf(SetDispatchRuleInput input) {
        return input.level() == null ? null : input.level().name();
    }

    private static void requireShort(List<DispatchRule> rules) {
        if (rules.size() > MOST) {
            throw new Fault(FaultCode.TOO_MANY, "dispatchRules", MOST);
        }
    }

    private Flux<DispatchRule> select(Conditions where) {
        return where.bind(database.sql(SELECT + where.sql()))
                .map(DispatchRules::row)
                .all();
    }

    private static DispatchRule row(Readable row) {
        return new DispatchRule(
                new DispatchRuleId(Rows.uuid(row, "id")),
                new CategoryId(Rows.uuid(row, "category_id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.mapped(row, "level", String.class, IssueLevel::valueOf),
                Rows.number(row, "priority"),
                Rows.mapped(row, "department_id", UUID.class, DepartmentId::new),
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "role", String.class, HandRole::valueOf),
                Rows.get(row, "is_active", Boolean.class),
                Rows.get(row, "set_at", Instant.class),
                row.get("ended_at", Instant.class),
                Rows.number(row, "version"));
    }
}
