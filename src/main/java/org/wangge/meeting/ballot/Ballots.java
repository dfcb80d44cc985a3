package org.wangge.meeting.ballot;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
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
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.Share;
import org.wangge.meeting.VoteBy;
import org.wangge.meeting.session.MeetingId;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The ballots in the database; whoever sees the topic's grid, or sits in its council, sees them.
@Component
public class Ballots implements NodeSource {
    private static final String COLUMNS = """
            b.id, b.grid_id, b.grid_key, b.council_id, b.topic_id, b.meeting_id, b.method, b.vote_by, b.options,
            b.threshold_parts, b.threshold_of, b.threshold_above, b.opens_at, b.closes_at, b.closed_at, b.tallies,
            b.voted_count, b.whole_count, b.needed_count, b.is_quorate, b.carried_no, b.version""";

    private final DatabaseClient database;

    Ballots(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String type() {
        return BallotId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, MeetingSight.of(viewer)).cast(Node.class);
    }

    public Mono<Ballot> find(BallotId id, MeetingSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    public Flux<Ballot> all(Collection<UUID> ids, MeetingSight sight) {
        return select(ballots(sight).and("b.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    /// As [#find], held as it is beside others who vote.
    Mono<Ballot> hold(BallotId id, MeetingSight sight) {
        return select(ballots(sight).and("b.id = :id", "id", id.value()), "\nfor share of b")
                .next();
    }

    /// As [#find], when nobody votes any more.
    Mono<Ballot> lock(BallotId id, MeetingSight sight) {
        return select(ballots(sight).and("b.id = :id", "id", id.value()), "\nfor update of b")
                .next();
    }

    /// Of several topics, in the order in which they were opened.
    Flux<Ballot> ofTopics(Collection<UUID> topics, MeetingSight sight) {
        return select(
                ballots(sight).and("b.topic_id = any(:topics)", "topics", Batch.ids(topics)),
                "\norder by b.opens_at, b.id");
    }

    Flux<Ballot> ofMeetings(Collection<UUID> meetings, MeetingSight sight) {
        return select(
                ballots(sight).and("b.meeting_id = any(:meetings)", "meetings", Batch.ids(meetings)),
                "\norder by b.opens_at, b.id");
    }

    /// Those whose time is over and that nobody counted.
    Flux<BallotId> due(Instant now) {
        return database.sql("""
                        select id
                        from ballot
                        where closed_at is null and closes_at <= :now
                        order by closes_at, id
                        limit 100""")
                .bind("now", now)
                .map(row -> new BallotId(Rows.uuid(row, "id")))
                .all();
    }

    /// False when the id is taken, or another ballot on the topic is open.
    Mono<Boolean> insert(Ballot ballot) {
        return database.sql("""
                        insert into ballot (id, grid_id, grid_key, council_id, topic_id, meeting_id, method, vote_by,
                                            options, threshold_parts, threshold_of, threshold_above, opens_at, closes_at)
                        values (:id, :grid, :gridKey, :council, :topic, :meeting, :method, :voteBy, :options,
                                :thresholdParts, :thresholdOf, :thresholdAbove, :opensAt, :closesAt)
                        on conflict do nothing""")
                .bind("id", ballot.id().value())
                .bind("grid", ballot.gridId().value())
                .bind("gridKey", ballot.gridKey().path())
                .bind("council", Rows.orNull(ballot.councilUuid(), UUID.class))
                .bind("topic", ballot.topicId().value())
                .bind("meeting", Rows.orNull(ballot.meetingUuid(), UUID.class))
                .bind("method", ballot.method().name())
                .bind("voteBy", ballot.voteBy().name())
                .bind("options", ballot.options().toArray(String[]::new))
                .bind("thresholdParts", ballot.threshold().parts())
                .bind("thresholdOf", ballot.threshold().of())
                .bind("thresholdAbove", ballot.threshold().above())
                .bind("opensAt", ballot.opensAt())
                .bind("closesAt", ballot.closesAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Ballot> close(Ballot ballot, Count count, Instant at) {
        return database.sql("""
                        update ballot b
                        set closed_at = :at, tallies = :tallies, voted_count = :voted, whole_count = :whole,
                            needed_count = :needed, is_quorate = :isQuorate, carried_no = :carried,
                            version = b.version + 1
                        where b.id = :id and b.version = :version
                        returning b.id, b.grid_id, b.grid_key, b.council_id, b.topic_id, b.meeting_id, b.method,
                                  b.vote_by, b.options, b.threshold_parts, b.threshold_of, b.threshold_above,
                                  b.opens_at, b.closes_at, b.closed_at, b.tallies, b.voted_count, b.whole_count,
                                  b.needed_count, b.is_quorate, b.carried_no, b.version""")
                .bind("at", at)
                .bind("tallies", count.tallies().toArray(Integer[]::new))
                .bind("voted", count.voted())
                .bind("whole", count.whole())
                .bind("needed", count.needed())
                .bind("isQuorate", count.isQuorate())
                .bind("carried", Rows.orNull(count.carriedNo(), Integer.class))
                .bind("id", ballot.id().value())
                .bind("version", ballot.version())
                .map(Ballots::row)
                .one()
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.UNAVAILABLE)));
    }

    private static Conditions ballots(MeetingSight sight) {
        return sight.of("b.grid_key", "b.council_id", "true");
    }

    private Flux<Ballot> select(Conditions where, String rest) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom ballot b" + where.sql() + rest))
                .map(Ballots::row)
                .all();
    }

    private static Ballot row(Readable row) {
        return new Ballot(
                new BallotId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.mapped(row, "council_id", UUID.class, CouncilId::new),
                new TopicId(Rows.uuid(row, "topic_id")),
                Rows.mapped(row, "meeting_id", UUID.class, MeetingId::new),
                Rows.constant(row, "method", BallotMethod.class),
                Rows.constant(row, "vote_by", VoteBy.class),
                Arrays.asList(Rows.get(row, "options", String[].class)),
                new Share(
                        Rows.number(row, "threshold_parts"),
                        Rows.number(row, "threshold_of"),
                        Rows.get(row, "threshold_above", Boolean.class)),
                Rows.get(row, "opens_at", Instant.class),
                Rows.get(row, "closes_at", Instant.class),
                row.get("closed_at", Instant.class),
                count(row),
                Rows.number(row, "version"));
    }

    private static @Nullable Count count(Readable row) {
        return Rows.mapped(
                row,
                "tallies",
                Integer[].class,
                tallies -> new Count(
                        Arrays.asList(tallies),
                        Rows.number(row, "voted_count"),
                        Rows.number(row, "whole_count"),
                        Rows.number(row, "needed_count"),
                        Rows.get(row, "is_quorate", Boolean.class),
                        row.get("carried_no", Integer.class)));
    }
}
