package org.wangge.meeting.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.Grid;
import org.wangge.meeting.CouncilId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is proposed and supported, in the database.
@Component
class Proposals {
    private final DatabaseClient database;

    Proposals(DatabaseClient database) {
        this.database = database;
    }

    /// With its first step and its issues, and the council it is referred to, if any; false when the id is taken.
    Mono<Boolean> insert(
            TopicId id, ProposeTopicInput input, Grid grid, @Nullable CouncilId council, Viewer viewer, Instant at) {
        return database.sql("""
                        with proposed as (
                          insert into topic (id, grid_id, grid_key, council_id, source, title, background, options, proposed_by,
                                             member_id, resident_id, proposed_at)
                          values (:id, :grid, :gridKey, :council, :source, :title, :background, :options, :actor, :member,
                                  :resident, :at)
                          on conflict (id) do nothing
                          returning id
                        ), step as (
                          insert into topic_step (topic_id, seq, status, actor, at)
                          select id, 1, 'PROPOSED', :actor, :at from proposed
                        ), linked as (
                          insert into topic_issue (topic_id, issue_id)
                          select proposed.id, issue.id from proposed, unnest(:issues::uuid[]) as issue (id)
                        )
                        select id from proposed""")
                .bind("id", id.value())
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("council", Rows.orNull(council == null ? null : council.value(), UUID.class))
                .bind("source", input.source().name())
                .bind("title", input.title().strip())
                .bind("background", input.background().strip())
                .bind("options", input.choices().toArray(String[]::new))
                .bind("actor", viewer.actor())
                .bind("member", Rows.orNull(viewer.memberId(), UUID.class))
                .bind("resident", Rows.orNull(viewer.residentId(), UUID.class))
                .bind("at", at)
                .bind(
                        "issues",
                        input.issues().stream().map(issue -> issue.value()).toArray(UUID[]::new))
                .fetch()
                .first()
                .hasElement();
    }

    /// How many of somebody's proposals wait for a decision.
    Mono<Integer> waiting(String actor) {
        return database.sql("""
                        select count(*)::int as waiting
                        from topic
                        where proposed_by = :actor and status = 'PROPOSED'""")
                .bind("actor", actor)
                .map(row -> Rows.number(row, "waiting"))
                .one();
    }

    /// False when they support it already.
    Mono<Boolean> support(Topic topic, UUID resident, Instant at) {
        return database.sql("""
                        with supported as (
                          insert into topic_support (topic_id, resident_id, at)
                          values (:topic, :resident, :at)
                          on conflict do nothing
                          returning topic_id
                        )
                        update topic set support_count = support_count + 1
                        where id = (select topic_id from supported)""")
                .bind("topic", topic.id().value())
                .bind("resident", resident)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Which of the topics somebody supports.
    Mono<Set<UUID>> supported(Collection<UUID> topics, @Nullable UUID resident) {
        if (resident == null) {
            return Mono.just(Set.of());
        }
        return database.sql("""
                        select topic_id
                        from topic_support
                        where resident_id = :resident and topic_id = any(:topics)""")
                .bind("resident", resident)
                .bind("topics", Batch.ids(topics))
                .map(row -> Rows.uuid(row, "topic_id"))
                .all()
                .collect(Collectors.toSet());
    }

    /// Whether somebody lives in a grid.
    Mono<Boolean> isHome(Grid grid, UUID resident) {
        return database.sql("""
                        select 1 as home
                        from resident
                        where id = :resident and status = 'ACTIVE' and starts_with(grid_key, :key)""")
                .bind("resident", resident)
                .bind("key", grid.key().path())
                .fetch()
                .first()
                .hasElement();
    }

    Flux<TopicStep> steps(Collection<UUID> topics) {
        return database.sql("""
                        select topic_id, status, reason, at
                        from topic_step
                        where topic_id = any(:topics)
                        order by topic_id, seq""")
                .bind("topics", Batch.ids(topics))
                .map(row -> new TopicStep(
                        new TopicId(Rows.uuid(row, "topic_id")),
                        Rows.constant(row, "status", TopicStatus.class),
                        row.get("reason", String.class),
                        Rows.get(row, "at", Instant.class)))
                .all();
    }

    /// The issues of topics: topic, then issue.
    Flux<Map.Entry<UUID, UUID>> issues(Collection<UUID> topics) {
        return database.sql("""
                        select topic_id, issue_id
                        from topic_issue
                        where topic_id = any(:topics)
                        order by topic_id, issue_id""")
                .bind("topics", Batch.ids(topics))
                .map(row -> Map.entry(Rows.uuid(row, "topic_id"), Rows.uuid(row, "issue_id")))
                .all();
    }
}
