package org.wangge.meeting.session;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
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
import org.wangge.meeting.topic.TopicId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The meetings in the database.
@Component
public class Meetings implements NodeSource {
    static final String COLUMNS = """
            m.id, m.grid_id, m.grid_key, m.council_id, m.type, m.title, m.place, m.is_public, m.starts_at, m.ends_at,
            m.status, m.content, m.emergency_reason, m.noticed_at, m.sign_in_code, m.seat_count, m.opened_at,
            m.adjourned_at, m.closed_at, m.minutes, m.cancel_reason, m.version""";
    private static final Listing<Meeting> LIST = new Listing<>(
            COLUMNS, "meeting m", "m.id", Meetings::row, meeting -> meeting.id().value());
    private static final Sort<Meeting> NEWEST =
            new Sort<>("m.starts_at", Sort.Kind.INSTANT, Meeting::startsAt, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Meetings(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return MeetingId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, MeetingSight.of(viewer)).cast(Node.class);
    }

    public Mono<Meeting> find(MeetingId id, MeetingSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    public Flux<Meeting> all(Collection<UUID> ids, MeetingSight sight) {
        return select(meetings(sight).and("m.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    /// As [#find]; nobody else changes it until the transaction ends.
    public Mono<Meeting> lock(MeetingId id, MeetingSight sight) {
        return select(meetings(sight).and("m.id = :id", "id", id.value()), "\nfor no key update of m")
                .next();
    }

    /// As [#lock], beside others who only need it to stay as it is.
    public Mono<Meeting> hold(MeetingId id, MeetingSight sight) {
        return select(meetings(sight).and("m.id = :id", "id", id.value()), "\nfor share of m")
                .next();
    }

    Mono<Connection<Meeting>> page(MeetingFilter filter, Scope area, MeetingSight sight, PageRequest page) {
        return pages.page(LIST, filter.of(meetings(sight).and(area.limit("m.grid_key", "area"))), NEWEST, page);
    }

    /// Whether a topic stands on the agenda of a meeting.
    public Mono<Boolean> isAbout(MeetingId meeting, TopicId topic) {
        return database.sql("""
                        select 1 as found
                        from meeting_topic
                        where meeting_id = :meeting and topic_id = :topic""")
                .bind("meeting", meeting.value())
                .bind("topic", topic.value())
                .fetch()
                .first()
                .hasElement();
    }

    /// False when the id is taken.
    Mono<Boolean> insert(UUID id, PlanMeetingInput input, GridKey key, String actor) {
        var plan = input.plan();
        return database.sql("""
                        insert into meeting (id, grid_id, grid_key, council_id, type, title, place, is_public,
                                             starts_at, ends_at, called_by)
                        values (:id, :grid, :gridKey, :council, :type, :title, :place, :isPublic, :startsAt, :endsAt,
                                :actor)
                        on conflict (id) do nothing""")
                .bind("id", id)
                .bind("grid", input.gridId().value())
                .bind("gridKey", key.path())
                .bind(
                        "council",
                        Rows.orNull(
                                input.councilId() == null
                                        ? null
                                        : input.councilId().value(),
                                UUID.class))
                .bind("type", input.type().name())
                .bind("title", plan.title().strip())
                .bind("place", plan.place().strip())
                .bind("isPublic", plan.isPublic())
                .bind("startsAt", plan.startsAt())
                .bind("endsAt", plan.endsAt())
                .bind("actor", actor)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Flux<Meeting> select(Conditions where, String rest) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom meeting m" + where.sql() + rest))
                .map(Meetings::row)
                .all();
    }

    /// Of `meeting m`: whoever lives there sees what is public once it was noticed.
    private static Conditions meetings(MeetingSight sight) {
        return sight.of("m.grid_key", "m.council_id", "m.is_public and m.status <> 'DRAFT'");
    }

    static Meeting row(Readable row) {
        return new Meeting(
                new MeetingId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.mapped(row, "council_id", UUID.class, CouncilId::new),
                Rows.constant(row, "type", MeetingType.class),
                Rows.text(row, "title"),
                Rows.text(row, "place"),
                Rows.get(row, "is_public", Boolean.class),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                Rows.constant(row, "status", MeetingStatus.class),
                row.get("content", String.class),
                row.get("emergency_reason", String.class),
                row.get("noticed_at", Instant.class),
                row.get("sign_in_code", String.class),
                row.get("seat_count", Integer.class),
                row.get("opened_at", Instant.class),
                row.get("adjourned_at", Instant.class),
                row.get("closed_at", Instant.class),
                row.get("minutes", String.class),
                row.get("cancel_reason", String.class),
                Rows.number(row, "version"));
    }
}
