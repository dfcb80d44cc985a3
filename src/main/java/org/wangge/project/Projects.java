package org.wangge.project;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.personnel.DepartmentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The projects in the database. They are public.
@Component
public class Projects implements NodeSource {
    private static final String COLUMNS = """
            p.id, p.grid_id, p.grid_key, p.title, p.description, p.kind, p.status, p.suspended_from, p.reason,
            p.supporter_count, p.budget, p.department_id, p.unit, p.planned_quantity, p.measured_quantity,
            p.variance_reason, p.submitted_by, p.rating_count, p.satisfied_count, p.collected_at, p.completed_at,
            p.version""";
    private static final Listing<LivelihoodProject> LIST =
            new Listing<>(COLUMNS, "livelihood_project p", "p.id", Projects::row, LivelihoodProject::uuid);
    private static final Sort<LivelihoodProject> NEWEST =
            new Sort<>("p.collected_at", Sort.Kind.INSTANT, LivelihoodProject::collectedAt, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Projects(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ProjectId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    public Flux<LivelihoodProject> all(Collection<UUID> ids) {
        return select(new Conditions().and("p.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    Mono<LivelihoodProject> find(ProjectId id) {
        return all(List.of(id.value())).next();
    }

    /// The projects, in the order of their ids; whoever else changes them waits for the caller's transaction.
    public Flux<LivelihoodProject> held(Collection<UUID> ids) {
        return select(new Conditions().and("p.id = any(:ids)", "ids", Batch.ids(ids)), "\norder by p.id\nfor update");
    }

    Mono<Connection<LivelihoodProject>> page(ProjectFilter filter, Scope area, PageRequest page) {
        var where = area.limit("p.grid_key");
        if (filter.status() != null) {
            where.and("p.status = any(:statuses)", "statuses", Batch.names(filter.status()));
        }
        if (filter.kind() != null) {
            where.and("p.kind = any(:kinds)", "kinds", Batch.names(filter.kind()));
        }
        return pages.page(LIST, where, NEWEST, page);
    }

    Mono<UUID> insert(CollectProjectInput input, Grid grid, String actor, Instant now) {
        return database.sql("""
                        with collected as (
                          insert into livelihood_project (grid_id, grid_key, title, description, kind, collected_by, collected_at)
                          values (:grid, :gridKey, :title, :description, :kind, :actor, :now)
                          returning id
                        ), linked as (
                          insert into project_issue (project_id, issue_id)
                          select c.id, i.id from collected c, unnest(:issues::uuid[]) as i (id)
                        ), deliberated as (
                          insert into project_topic (project_id, topic_id)
                          select c.id, t.id from collected c, unnest(:topics::uuid[]) as t (id)
                        )
                        select id from collected""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("title", input.title().strip())
                .bind("description", input.description().strip())
                .bind("kind", input.kind().name())
                .bind("actor", actor)
                .bind("now", now)
                .bind("issues", input.issues().toArray(UUID[]::new))
                .bind("topics", input.topics().toArray(UUID[]::new))
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// Of one that is held: it comes to another state, and to the next version.
    public Mono<Long> become(LivelihoodProject project, ProjectStatus status, @Nullable String reason, Instant now) {
        return database.sql("""
                        update livelihood_project
                        set status = :status, reason = :reason, version = version + 1,
                            suspended_from = case when :status = 'SUSPENDED' then status end,
                            completed_at = case when :status = 'COMPLETED' then :now::timestamptz end
                        where id = :id""")
                .bind("status", status.name())
                .bind("reason", Rows.orNull(reason, String.class))
                .bind("now", now)
                .bind("id", project.uuid())
                .fetch()
                .rowsUpdated();
    }

    private Flux<LivelihoodProject> select(Conditions where, String lock) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom livelihood_project p" + where.sql() + lock))
                .map(Projects::row)
                .all();
    }

    private static LivelihoodProject row(Readable row) {
        return new LivelihoodProject(
                new ProjectId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "title"),
                Rows.text(row, "description"),
                Rows.constant(row, "kind", ProjectKind.class),
                Rows.constant(row, "status", ProjectStatus.class),
                Rows.mapped(row, "suspended_from", String.class, ProjectStatus::valueOf),
                row.get("reason", String.class),
                Rows.number(row, "supporter_count"),
                row.get("budget", Integer.class),
                Rows.mapped(row, "department_id", UUID.class, DepartmentId::new),
                row.get("unit", String.class),
                row.get("planned_quantity", Double.class),
                row.get("measured_quantity", Double.class),
                row.get("variance_reason", String.class),
                row.get("submitted_by", String.class),
                Rows.number(row, "rating_count"),
                Rows.number(row, "satisfied_count"),
                Rows.get(row, "collected_at", Instant.class),
                row.get("completed_at", Instant.class),
                Rows.number(row, "version"));
    }
}
