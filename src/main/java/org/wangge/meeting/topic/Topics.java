package org.wangge.meeting.topic;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.MeetingSight;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The topics in the database, and how they go on.
@Component
public class Topics implements NodeSource {
    private static final String COLUMNS = """
            t.id, t.grid_id, t.grid_key, t.council_id, t.source, t.title, t.background, t.options, t.status,
            t.proposed_by, t.member_id, t.resident_id, t.support_count, t.proposed_at, t.version""";
    private static final Listing<Topic> LIST = new Listing<>(
            COLUMNS, "topic t", "t.id", Topics::row, topic -> topic.id().value());

    private final DatabaseClient database;
    private final Pages pages;

    Topics(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return TopicId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, MeetingSight.of(viewer)).cast(Node.class);
    }

    public Mono<Topic> find(TopicId id, MeetingSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    public Flux<Topic> all(Collection<UUID> ids, MeetingSight sight) {
        return select(topics(sight).and("t.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    /// As [#all], in the order of their ids, locked until the transaction ends.
    public Flux<Topic> lock(Collection<UUID> ids, MeetingSight sight) {
        var where = topics(sight).and("t.id = any(:ids)", "ids", Batch.ids(ids));
        return select(where, "\norder by t.id\nfor no key update of t");
    }

    Mono<Connection<Topic>> page(
            TopicFilter filter, Scope area, MeetingSight sight, TopicOrder order, PageRequest page) {
        return pages.page(LIST, filter.of(topics(sight).and(area.limit("t.grid_key", "area"))), order.sort(), page);
    }

    /// With the issues that they came from, the newest first.
    Flux<Map.Entry<UUID, Topic>> ofIssues(Collection<UUID> issues, MeetingSight sight) {
        var where = topics(sight).and("x.issue_id = any(:issues)", "issues", Batch.ids(issues));
        return where.bind(database.sql("select x.issue_id, " + COLUMNS
                        + "\nfrom topic_issue x join topic t on t.id = x.topic_id" + where.sql()
                        + "\norder by t.proposed_at desc, t.id"))
                .map(row -> Map.entry(Rows.uuid(row, "issue_id"), row(row)))
                .all();
    }

    /// The next step of a topic that is locked.
    public Mono<Topic> move(Topic topic, TopicStatus to, @Nullable String reason, String actor, Instant at) {
        return move(topic, topic.councilId(), to, reason, actor, at);
    }

    Mono<Topic> move(
            Topic topic,
            @Nullable CouncilId council,
            TopicStatus to,
            @Nullable String reason,
            String actor,
            Instant at) {
        return database.sql("""
                        with moved as (
                          update topic t
                          set status = :status, council_id = :council, version = t.version + 1
                          where t.id = :id and t.version = :version
                          returning t.*
                        ), step as (
                          insert into topic_step (topic_id, seq, status, reason, actor, at)
                          select id, version, status, :reason, :actor, :at from moved
                        )
                        select t.id, t.grid_id, t.grid_key, t.council_id, t.source, t.title, t.background, t.options,
                               t.status, t.proposed_by, t.member_id, t.resident_id, t.support_count, t.proposed_at,
                               t.version
                        from moved t""")
                .bind("status", to.name())
                .bind("council", Rows.orNull(council == null ? null : council.value(), UUID.class))
                .bind("id", topic.id().value())
                .bind("version", topic.version())
                .bind("reason", Rows.orNull(reason, String.class))
                .bind("actor", actor)
                .bind("at", at)
                .map(Topics::row)
                .one();
    }

    /// Of `topic t`: all who see a grid's deliberation see its topics, from the proposal on.
    private static Conditions topics(MeetingSight sight) {
        return sight.of("t.grid_key", "t.council_id", "true");
    }

    private Flux<Topic> select(Conditions where, String rest) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom topic t" + where.sql() + rest))
                .map(Topics::row)
                .all();
    }

    static Topic row(Readable row) {
        return new Topic(
                new TopicId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.mapped(row, "council_id", UUID.class, CouncilId::new),
                Rows.constant(row, "source", TopicSource.class),
                Rows.text(row, "title"),
                Rows.text(row, "background"),
                Arrays.asList(Rows.get(row, "options", String[].class)),
                Rows.constant(row, "status", TopicStatus.class),
                Rows.text(row, "proposed_by"),
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "resident_id", UUID.class, ResidentId::new),
                Rows.number(row, "support_count"),
                Rows.get(row, "proposed_at", Instant.class),
                Rows.number(row, "version"));
    }
}
