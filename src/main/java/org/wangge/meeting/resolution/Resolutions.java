package org.wangge.meeting.resolution;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
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
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.ballot.BallotId;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The resolutions in the database, and how they go on.
@Component
class Resolutions implements NodeSource {
    private static final String COLUMNS = """
            r.id, r.grid_id, r.grid_key, r.council_id, r.topic_id, r.ballot_id, r.result, r.text, r.status,
            r.adopted_at, r.public_until, r.started_at, r.done_at, r.fed_back_at, r.feedback, r.version""";
    private static final Listing<Resolution> LIST = new Listing<>(
            COLUMNS,
            "resolution r",
            "r.id",
            Resolutions::row,
            resolution -> resolution.id().value());
    private static final Sort<Resolution> NEWEST =
            new Sort<>("r.adopted_at", Sort.Kind.INSTANT, Resolution::adoptedAt, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Resolutions(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ResolutionId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return select(resolutions(MeetingSight.of(viewer)).and("r.id = any(:ids)", "ids", Batch.ids(ids)), "")
                .cast(Node.class);
    }

    Mono<Resolution> find(ResolutionId id, MeetingSight sight) {
        return select(resolutions(sight).and("r.id = :id", "id", id.value()), "")
                .next();
    }

    /// As [#find], locked until the transaction ends.
    Mono<Resolution> lock(ResolutionId id, MeetingSight sight) {
        return select(resolutions(sight).and("r.id = :id", "id", id.value()), "\nfor no key update of r")
                .next();
    }

    Flux<Resolution> all(Collection<UUID> ids, MeetingSight sight) {
        return select(resolutions(sight).and("r.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    /// With the issues that their topics came from, the earliest first.
    Flux<Map.Entry<UUID, Resolution>> ofIssues(Collection<UUID> issues, MeetingSight sight) {
        var where = resolutions(sight).and("x.issue_id = any(:issues)", "issues", Batch.ids(issues));
        return where.bind(database.sql("select x.issue_id, " + COLUMNS
                        + "\nfrom topic_issue x join resolution r on r.topic_id = x.topic_id" + where.sql()
                        + "\norder by r.adopted_at, r.id"))
                .map(row -> Map.entry(Rows.uuid(row, "issue_id"), row(row)))
                .all();
    }

    Flux<Resolution> ofTopics(Collection<UUID> topics, MeetingSight sight) {
        return select(
                resolutions(sight).and("r.topic_id = any(:topics)", "topics", Batch.ids(topics)),
                "\norder by r.adopted_at, r.id");
    }

    Mono<Connection<Resolution>> page(
            Scope area, @Nullable List<ResolutionStatus> status, MeetingSight sight, PageRequest page) {
        var where = resolutions(sight).and(area.limit("r.grid_key", "area"));
        if (status != null) {
            where.and("r.status = any(:statuses)", "statuses", Batch.names(status));
        }
        return pages.page(LIST, where, NEWEST, page);
    }

    /// Whether something was resolved on a topic by a ballot already.
    Mono<Boolean> restOn(TopicId topic, BallotId ballot) {
        return database.sql("""
                        select 1 as found
                        from resolution
                        where topic_id = :topic and ballot_id = :ballot""")
                .bind("topic", topic.value())
                .bind("ballot", ballot.value())
                .fetch()
                .first()
                .hasElement();
    }

    /// False when the id is taken, or there is one on the topic.
    Mono<Boolean> insert(Resolution resolution) {
        return database.sql("""
                        insert into resolution (id, grid_id, grid_key, council_id, topic_id, ballot_id, result, text,
                                                status, adopted_at, public_until)
                        values (:id, :grid, :gridKey, :council, :topic, :ballot, :result, :text, :status, :at, :until)
                        on conflict do nothing""")
                .bind("id", resolution.id().value())
                .bind("grid", resolution.gridId().value())
                .bind("gridKey", resolution.gridKey().path())
                .bind(
                        "council",
                        Rows.orNull(
                                resolution.councilId() == null
                                        ? null
                                        : resolution.councilId().value(),
                                UUID.class))
                .bind("topic", resolution.topicId().value())
                .bind("ballot", Rows.orNull(resolution.ballotUuid(), UUID.class))
                .bind("result", resolution.result().name())
                .bind("text", resolution.text())
                .bind("status", resolution.status().name())
                .bind("at", resolution.adoptedAt())
                .bind("until", Rows.orNull(resolution.publicUntil(), Instant.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Resolution> overturn(Resolution resolution) {
        return written(step("status = 'OVERTURNED'"), resolution);
    }

    Mono<Resolution> start(Resolution resolution, Instant at) {
        return written(step("status = 'IMPLEMENTING', started_at = :at").bind("at", at), resolution);
    }

    Mono<Resolution> done(Resolution resolution, Instant at) {
        return written(step("status = 'DONE', done_at = :at").bind("at", at), resolution);
    }

    Mono<Resolution> feedBack(Resolution resolution, String feedback, Instant at) {
        return written(
                step("status = 'FED_BACK', feedback = :feedback, fed_back_at = :at")
                        .bind("feedback", feedback)
                        .bind("at", at),
                resolution);
    }

    /// Something of it changed that stands elsewhere.
    Mono<Resolution> touch(Resolution resolution) {
        return written(step("status = r.status"), resolution);
    }

    private GenericExecuteSpec step(String set) {
        return database.sql("update resolution r set " + set
                + ", version = r.version + 1\nwhere r.id = :id and r.version = :version\nreturning " + COLUMNS);
    }

    private static Mono<Resolution> written(GenericExecuteSpec step, Resolution resolution) {
        return step.bind("id", resolution.id().value())
                .bind("version", resolution.version())
                .map(Resolutions::row)
                .one()
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.UNAVAILABLE)));
    }

    private static Conditions resolutions(MeetingSight sight) {
        return sight.of("r.grid_key", "r.council_id", "true");
    }

    private Flux<Resolution> select(Conditions where, String rest) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom resolution r" + where.sql() + rest))
                .map(Resolutions::row)
                .all();
    }

    private static Resolution row(Readable row) {
        return new Resolution(
                new ResolutionId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.mapped(row, "council_id", UUID.class, CouncilId::new),
                new TopicId(Rows.uuid(row, "topic_id")),
                Rows.mapped(row, "ballot_id", UUID.class, BallotId::new),
                Rows.constant(row, "result", ResolutionResult.class),
                Rows.text(row, "text"),
                Rows.constant(row, "status", ResolutionStatus.class),
                Rows.get(row, "adopted_at", Instant.class),
                row.get("public_until", Instant.class),
                row.get("started_at", Instant.class),
                row.get("done_at", Instant.class),
                row.get("fed_back_at", Instant.class),
                row.get("feedback", String.class),
                Rows.number(row, "version"));
    }
}
