package org.wangge.project;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What belongs to projects, in the database: issues, supporters, ratings, what was measured.
@Component
class ProjectParts {
    private final DatabaseClient database;

    ProjectParts(DatabaseClient database) {
        this.database = database;
    }

    /// From each project to its issues.
    Flux<Map.Entry<UUID, UUID>> issues(Collection<UUID> projects) {
        return database.sql("""
                        select project_id, issue_id
                        from project_issue
                        where project_id = any(:projects)
                        order by project_id, issue_id""")
                .bind("projects", Batch.ids(projects))
                .map(row -> Map.entry(Rows.uuid(row, "project_id"), Rows.uuid(row, "issue_id")))
                .all();
    }

    /// From each issue to the projects that it led to.
    Flux<Map.Entry<UUID, UUID>> projects(Collection<UUID> issues) {
        return database.sql("""
                        select issue_id, project_id
                        from project_issue
                        where issue_id = any(:issues)
                        order by issue_id, project_id""")
                .bind("issues", Batch.ids(issues))
                .map(row -> Map.entry(Rows.uuid(row, "issue_id"), Rows.uuid(row, "project_id")))
                .all();
    }

    /// False when they want it already.
    Mono<Boolean> support(LivelihoodProject project, UUID resident, Instant now) {
        return database.sql("""
                        with supported as (
                          insert into project_support (project_id, resident_id, at)
                          values (:project, :resident, :now)
                          on conflict do nothing
                          returning project_id
                        )
                        update livelihood_project p
                        set supporter_count = p.supporter_count + 1, version = p.version + 1
                        from supported where p.id = supported.project_id""")
                .bind("project", project.uuid())
                .bind("resident", resident)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when they rated it already.
    Mono<Boolean> rate(LivelihoodProject project, UUID resident, int score, Instant now) {
        return database.sql("""
                        with rated as (
                          insert into project_rating (project_id, resident_id, score, at)
                          values (:project, :resident, :score, :now)
                          on conflict do nothing
                          returning project_id
                        )
                        update livelihood_project p
                        set rating_count = p.rating_count + 1, version = p.version + 1,
                            satisfied_count = p.satisfied_count + case when :score >= 3 then 1 else 0 end
                        from rated where p.id = rated.project_id""")
                .bind("project", project.uuid())
                .bind("resident", resident)
                .bind("score", score)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Long> measure(SubmitProjectInput input, String actor) {
        return database.sql("""
                        update livelihood_project
                        set measured_quantity = :quantity, variance_reason = :reason, submitted_by = :actor
                        where id = :id""")
                .bind("quantity", input.measuredQuantity())
                .bind("reason", Rows.orNull(input.varianceReason(), String.class))
                .bind("actor", actor)
                .bind("id", input.projectId().value())
                .fetch()
                .rowsUpdated();
    }
}
