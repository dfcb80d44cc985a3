package org.wangge.meeting.resolution;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is to be done for resolutions, in the database.
@Component
class Tasks {
    private final DatabaseClient database;

    Tasks(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(ResolutionId id, List<ResolutionTask> tasks) {
        return database.sql("""
                        insert into resolution_task (resolution_id, position, title, description, category_code, grid_id)
                        select :resolution, task.position, task.title, task.description, task.category, task.grid_id
                        from unnest(:titles::text[], :descriptions::text[], :categories::text[], :grids::uuid[])
                             with ordinality as task (title, description, category, grid_id, position)""")
                .bind("resolution", id.value())
                .bind("titles", Batch.texts(tasks, ResolutionTask::title))
                .bind("descriptions", Batch.texts(tasks, ResolutionTask::description))
                .bind("categories", Batch.texts(tasks, ResolutionTask::category))
                .bind("grids", tasks.stream().map(task -> task.gridId().value()).toArray(UUID[]::new))
                .then();
    }

    /// Says which issue a task became.
    Mono<Void> becomes(ResolutionTask task, UUID issue) {
        return database.sql("""
                        update resolution_task
                        set issue_id = :issue
                        where resolution_id = :resolution and position = :position""")
                .bind("issue", issue)
                .bind("resolution", task.resolutionId().value())
                .bind("position", task.position())
                .then();
    }

    Flux<ResolutionTask> of(Collection<UUID> resolutions) {
        return database.sql("""
                        select resolution_id, position, title, description, category_code, grid_id, issue_id
                        from resolution_task
                        where resolution_id = any(:resolutions)
                        order by resolution_id, position""")
                .bind("resolutions", Batch.ids(resolutions))
                .map(Tasks::row)
                .all();
    }

    /// How many of its issues somebody still has to deal with.
    Mono<Integer> open(ResolutionId id) {
        return database.sql("""
                        select count(*)::int as open
                        from resolution_task t join issue i on i.id = t.issue_id
                        where t.resolution_id = :resolution and i.is_open""")
                .bind("resolution", id.value())
                .map(row -> Rows.number(row, "open"))
                .one();
    }

    private static ResolutionTask row(Readable row) {
        return new ResolutionTask(
                new ResolutionId(Rows.uuid(row, "resolution_id")),
                Rows.number(row, "position"),
                Rows.text(row, "title"),
                Rows.text(row, "description"),
                Rows.text(row, "category_code"),
                new GridId(Rows.uuid(row, "grid_id")),
                Rows.mapped(row, "issue_id", UUID.class, IssueId::new));
    }
}
