package org.wangge.project;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.file.Attachment;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.meeting.resolution.ResolutionTaskId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The stages of projects with their pictures, in the database.
@Component
class ProjectStages {
    private final DatabaseClient database;

    ProjectStages(DatabaseClient database) {
        this.database = database;
    }

    /// A picture of a stage.
    record Picture(ProjectId projectId, int stageNo, UUID attachment) {}

    Mono<Void> plan(ApproveProjectInput input) {
        var department = input.departmentId();
        return database.sql("""
                        update livelihood_project
                        set budget = :budget, unit = :unit, planned_quantity = :quantity, department_id = :department
                        where id = :project""")
                .bind("project", input.projectId().value())
                .bind("budget", input.budget())
                .bind("unit", input.unit().strip())
                .bind("quantity", input.plannedQuantity())
                .bind("department", Rows.orNull(department == null ? null : department.value(), UUID.class))
                .fetch()
                .rowsUpdated()
                .then(add(input.projectId(), input.stages()));
    }

    /// After those that there are.
    Mono<Void> add(ProjectId project, List<StageInput> stages) {
        return database.sql("""
                        insert into project_stage (project_id, no, title, from_on, to_on, task_id)
                        select :project, s.no + (select count(*) from project_stage where project_id = :project),
                               s.title, s.from_on::date, s.to_on::date, s.task_id
                        from unnest(:titles::text[], :froms::text[], :tos::text[], :tasks::uuid[]) with ordinality
                             as s (title, from_on, to_on, task_id, no)""")
                .bind("project", project.value())
                .bind("titles", Batch.texts(stages, stage -> stage.title().strip()))
                .bind("froms", Batch.texts(stages, stage -> stage.fromOn().toString()))
                .bind("tos", Batch.texts(stages, stage -> stage.toOn().toString()))
                .bind("tasks", stages.stream().map(StageInput::taskUuid).toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Flux<ProjectStage> of(Collection<UUID> projects) {
        return database.sql("""
                        select s.project_id, s.no, s.title, s.from_on, s.to_on, s.finished_on, s.note, s.task_id
                        from project_stage s
                        where s.project_id = any(:projects)
                        order by s.project_id, s.no""")
                .bind("projects", Batch.ids(projects))
                .map(ProjectStages::row)
                .all();
    }

    /// Those that tasks became, in projects that were not given up.
    Flux<ProjectStage> ofTasks(Collection<UUID> tasks) {
        return database.sql("""
                        select s.project_id, s.no, s.title, s.from_on, s.to_on, s.finished_on, s.note, s.task_id
                        from project_stage s join livelihood_project p on p.id = s.project_id
                        where s.task_id = any(:tasks) and p.status <> 'CANCELLED'
                        order by s.project_id, s.no""")
                .bind("tasks", Batch.ids(tasks))
                .map(ProjectStages::row)
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

    private static ProjectStage row(Readable row) {
        return new ProjectStage(
                new ProjectId(Rows.uuid(row, "project_id")),
                Rows.number(row, "no"),
                Rows.text(row, "title"),
                Rows.get(row, "from_on", LocalDate.class),
                Rows.get(row, "to_on", LocalDate.class),
                row.get("finished_on", LocalDate.class),
                row.get("note", String.class),
                Rows.mapped(row, "task_id", UUID.class, ResolutionTaskId::new));
    }
}
