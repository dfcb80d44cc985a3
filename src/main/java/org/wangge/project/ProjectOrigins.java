package org.wangge.project;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What deliberation has to do with projects, in the database: the topics that led to them, and whether tasks
/// of resolutions are for another one.
@Component
class ProjectOrigins {
    private final DatabaseClient database;

    ProjectOrigins(DatabaseClient database) {
        this.database = database;
    }

    /// From each project to its topics.
    Flux<Map.Entry<UUID, UUID>> topics(Collection<UUID> projects) {
        return database.sql("""
                        select project_id, topic_id
                        from project_topic
                        where project_id = any(:projects)
                        order by project_id, topic_id""")
                .bind("projects", Batch.ids(projects))
                .map(row -> Map.entry(Rows.uuid(row, "project_id"), Rows.uuid(row, "topic_id")))
                .all();
    }

    /// From each topic to the projects that it led to.
    Flux<Map.Entry<UUID, UUID>> projects(Collection<UUID> topics) {
        return database.sql("""
                        select topic_id, project_id
                        from project_topic
                        where topic_id = any(:topics)
                        order by topic_id, project_id""")
                .bind("topics", Batch.ids(topics))
                .map(row -> Map.entry(Rows.uuid(row, "topic_id"), Rows.uuid(row, "project_id")))
                .all();
    }

    /// How many want a project: its issues count as one each, and so do residents who support it or its topics.
    Mono<Integer> wanting(UUID project) {
        return database.sql("""
                        select ((select count(*) from project_issue i where i.project_id = :project)
                                + (select count(*) from (
                                     select s.resident_id from project_support s where s.project_id = :project
                                     union
                                     select s.resident_id
                                     from project_topic t join topic_support s on s.topic_id = t.topic_id
                                     where t.project_id = :project) as supporter))::int as wanting""")
                .bind("project", project)
                .map(row -> Rows.number(row, "wanting"))
                .one();
    }

    /// Which of the tasks are stages of projects other than this one, that were not given up.
    Flux<UUID> elsewhere(Collection<UUID> tasks, UUID project) {
        return database.sql("""
                        select distinct s.task_id
                        from project_stage s join livelihood_project p on p.id = s.project_id
                        where s.task_id = any(:tasks) and s.project_id <> :project and p.status <> 'CANCELLED'""")
                .bind("tasks", Batch.ids(tasks))
                .bind("project", project)
                .map(row -> Rows.uuid(row, "task_id"))
                .all();
    }
}
