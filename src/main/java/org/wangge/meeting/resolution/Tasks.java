package org.wangge.meeting.resolution;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.issue.IssueId;
import org.wangge.meeting.MeetingSight;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is to be done for resolutions, in the database.
@Component
public class Tasks {
    private static final String COLUMNS = """
            t.id, t.resolution_id, t.position, t.title, t.description, t.category_code, t.grid_id, t.form, t.issue_id,
            t.done_at""";

    private final DatabaseClient database;

    Tasks(DatabaseClient database) {
        this.database = database;
    }

    /// A task with its resolution: where that lies, and how far it has come.
    public record Held(ResolutionTask task, GridKey gridKey, ResolutionStatus status) {}

    public Flux<ResolutionTask> all(Collection<UUID> ids, MeetingSight sight) {
        return select(seen(sight).and("t.id = any(:ids)", "ids", Batch.ids(ids)), "")
                .map(Tasks::row)
                .all();
    }

    /// As [#all], in the order of their ids, locked until the transaction ends.
    public Flux<Held> lock(Collection<UUID> ids, MeetingSight sight) {
        var where = seen(sight).and("t.id = any(:ids)", "ids", Batch.ids(ids));
        return select(where, "\norder by t.id\nfor no key update of t")
                .map(row -> new Held(
                        row(row),
                        new GridKey(Rows.text(row, "grid_key")),
                        Rows.constant(row, "status", ResolutionStatus.class)))
                .all();
    }

    /// Those whose stages were accepted.
    public Mono<Long> finish(Collection<UUID> tasks, Instant at) {
        return database.sql("""
                        update resolution_task
                        set done_at = :at
                        where id = any(:tasks) and form = 'PROJECT_STAGE' and done_at is null""")
                .bind("at", at)
                .bind("tasks", Batch.ids(tasks))
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> insert(ResolutionId id, List<ResolutionTask> tasks) {
        return database.sql("""
                        insert into resolution_task (id, resolution_id, position, title, description, category_code,
                                                     grid_id, form)
                        select task.id, :resolution, task.position, task.title, task.description, task.category,
                               task.grid_id, task.form
                        from unnest(:ids::uuid[], :titles::text[], :descriptions::text[], :categories::text[],
                                    :grids::uuid[], :forms::text[])
                             with ordinality
                             as task (id, title, description, category, grid_id, form, position)""")
                .bind("resolution", id.value())
                .bind("ids", tasks.stream().map(ResolutionTask::uuid).toArray(UUID[]::new))
                .bind("titles", Batch.texts(tasks, ResolutionTask::title))
                .bind("descriptions", Batch.texts(tasks, ResolutionTask::description))
                .bind("categories", Batch.texts(tasks, ResolutionTask::category))
                .bind("grids", tasks.stream().map(task -> task.gridId().value()).toArray(UUID[]::new))
                .bind("forms", Batch.texts(tasks, task -> task.form().name()))
                .then();
    }

    /// Says which issue a task became.
    Mono<Void> becomes(ResolutionTask task, UUID issue) {
        return database.sql("""
                        update resolution_task
                        set issue_id = :issue
                        where id = :id""").bind("issue", issue).bind("id", task.uuid()).then();
    }

    Flux<ResolutionTask> of(Collection<UUID> resolutions) {
        return database.sql("""
                        select t.id, t.resolution_id, t.position, t.title, t.description, t.category_code, t.grid_id,
                               t.form, t.issue_id, t.done_at
                        from resolution_task t
                        where t.resolution_id = any(:resolutions)
                        order by t.resolution_id, t.position""")
                .bind("resolutions", Batch.ids(resolutions))
                .map(Tasks::row)
                .all();
    }

    /// Those that became one of the issues.
    Flux<ResolutionTask> ofIssues(Collection<UUID> issues, MeetingSight sight) {
        return select(seen(sight).and("t.issue_id = any(:issues)", "issues", Batch.ids(issues)), "")
                .map(Tasks::row)
                .all();
    }

    /// How many of them somebody still has to deal with: issues that are open, stages not accepted.
    Mono<Integer> open(ResolutionId id) {
        return database.sql("""
                        select count(*)::int as open
                        from resolution_task t left join issue i on i.id = t.issue_id
                        where t.resolution_id = :resolution
                          and case t.form when 'ISSUE' then i.is_open else t.done_at is null end""")
                .bind("resolution", id.value())
                .map(row -> Rows.number(row, "open"))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec select(Conditions where, String rest) {
        return where.bind(database.sql("select " + COLUMNS + ", r.grid_key, r.status"
                + "\nfrom resolution_task t join resolution r on r.id = t.resolution_id" + where.sql() + rest));
    }

    /// Whoever sees a resolution sees its tasks.
    private static Conditions seen(MeetingSight sight) {
        return sight.of("r.grid_key", "r.council_id", "true");
    }

    private static ResolutionTask row(Readable row) {
        return new ResolutionTask(
                new ResolutionTaskId(Rows.uuid(row, "id")),
                new ResolutionId(Rows.uuid(row, "resolution_id")),
                Rows.number(row, "position"),
                Rows.text(row, "title"),
                Rows.text(row, "description"),
                Rows.text(row, "category_code"),
                new GridId(Rows.uuid(row, "grid_id")),
                Rows.constant(row, "form", TaskForm.class),
                Rows.mapped(row, "issue_id", UUID.class, IssueId::new),
                row.get("done_at", Instant.class));
    }
}
