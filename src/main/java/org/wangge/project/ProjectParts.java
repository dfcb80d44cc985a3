package org.wangge.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.file.Attachment;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What belongs to projects, in the database: issues, supporters, stages with their pictures, ratings.
@Component
class ProjectParts {
    private final DatabaseClient database;

    ProjectParts(DatabaseClient database) {
        this.database = database;
    }

    /// A picture of a stage.
    record Picture(ProjectId projectId, int stageNo, UUID attachment) {}

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

    Mono<Void> plan(ApproveProjectInput input) {
        var stages = input.stages();
        var department = input.departmentId();
        return database.sql("""
                        with planned as (
                          insert into project_stage (project_id, no, title, from_on, to_on)
                          select :project, s.no, s.title, s.from_on::date, s.to_on::date
                          from unnest(:titles::text[], :froms::text[], :tos::text[]) with ordinality
                               as s (title, from_on, to_on, no)
                        )
                        update livelihood_project
                        set budget = :budget, unit = :unit, planned_quantity = :quantity, department_id = :department
                        where id = :project""")
                .bind("project", input.projectId().value())
                .bind("titles", Batch.texts(stages, stage -> stage.title().strip()))
                .bind("froms", Batch.texts(stages, stage -> stage.fromOn().toString()))
                .bind("tos", Batch.texts(stages, stage -> stage.toOn().toString()))
                .bind("budget", input.budget())
                .bind("unit", input.unit().strip())
                .bind("quantity", input.plannedQuantity())
                .bind("department", Rows.orNull(department == null ? null : department.value(), UUID.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Flux<ProjectStage> stages(Collection<UUID> projects) {
        return database.sql("""
                        select project_id, no, title, from_on, to_on, finished_on, note
                        from project_stage
                        where project_id = any(:projects)
                        order by project_id, no""")
                .bind("projects", Batch.ids(projects))
                .map(row -> new ProjectStage(
                        new ProjectId(Rows.uuid(row, "project_id")),
                        Rows.number(row, "no"),
                        Rows.text(row, "title"),
                        Rows.get(row, "from_on", LocalDate.class),
                        Rows.get(row, "to_on", LocalDate.class),
                        row.get("finished_on", LocalDate.class),
                        row.get("note", String.class)))
                .all();
    }

    Flux<Picture> pictures(Collection<UUID> projects) {
        return database.sql("""
                        select project_id, stage_no, attachment_id
                        from project_stage_attachment
                        where project_id = any(:projects)
                        order by project_id, stage_no, position""")
                .bind("projects", Batch.ids(projects))
                .map(row -> new Picture(
                        new ProjectId(Rows.uuid(row, "project_id")),
                        Rows.number(row, "stage_no"),
                        Rows.uuid(row, "attachment_id")))
                .all();
    }

    Mono<Void> finish(FinishStageInput input, List<Attachment> pictures) {
        return database.sql("""
                        with shown as (
                          insert into project_stage_attachment (project_id, stage_no, attachment_id, position)
                          select :project, :no, f.id, f.position
                          from unnest(:files::uuid[]) with ordinality as f (id, position)
                        )
                        update project_stage
                        set finished_on = :on, note = :note
                        where project_id = :project and no = :no""")
                .bind("project", input.projectId().value())
                .bind("no", input.stageNo())
                .bind("files", pictures.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .bind("on", input.finishedOn())
                .bind("note", input.note().strip())
                .fetch()
                .rowsUpdated()
                .then();
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
