package org.wangge.personnel.duty;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.Scope;
import org.wangge.personnel.MemberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The turns of duty in the database; they are seen with their post.
@Component
class DutyShifts implements NodeSource {
    private static final int MOST_AT_ONCE = 200;
    private static final String COLUMNS = "s.id, s.post_id, s.member_id, s.starts_at, s.ends_at, s.handover_note";
    private static final String TABLES = "duty_shift s join post p on p.id = s.post_id";
    private static final Listing<DutyShift> LIST = new Listing<>(
            COLUMNS, TABLES, "s.id", DutyShifts::row, shift -> shift.id().value());
    private static final Sort<DutyShift> BY_START =
            new Sort<>("s.starts_at", Sort.Kind.INSTANT, DutyShift::startsAt, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    DutyShifts(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    /// A post at an instant.
    record Turn(PostId postId, Instant at) {}

    @Override
    public String type() {
        return DutyShiftId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        var where = viewer.scope(Right.DUTY).limit("p.grid_key").and("s.id = any(:ids)", "ids", Batch.ids(ids));
        return where.bind(database.sql("select " + COLUMNS + "\nfrom " + TABLES + where.sql()))
                .<Node>map(DutyShifts::row)
                .all();
    }

    Mono<Connection<DutyShift>> page(DutyShiftFilter filter, Scope scope, PageRequest page) {
        var where = scope.limit("p.grid_key");
        if (filter.postId() != null) {
            where.and("s.post_id = :post", "post", filter.postId().value());
        }
        if (filter.from() != null) {
            where.and("s.ends_at > :from and s.starts_at > :from - interval '24 hours'", "from", filter.from());
        }
        if (filter.to() != null) {
            where.and("s.starts_at < :to", "to", filter.to());
        }
        return pages.page(LIST, where, BY_START, page);
    }

    /// Who is at each post at its instant, at most 200.
    Mono<Map<Turn, List<DutyShift>>> at(Collection<Turn> turns, Scope scope) {
        var where = scope.limit("p.grid_key").and("s.post_id = k.post_id").and("s.during @> k.at");
        var found = where.bind(database.sql("select k.at, present.*\nfrom unnest(:posts, :ats) as k (post_id, at)\n"
                        + "cross join lateral (select " + COLUMNS + "\nfrom " + TABLES + where.sql()
                        + "\norder by s.starts_at, s.id\nlimit " + MOST_AT_ONCE + ") as present"))
                .bind("posts", turns.stream().map(turn -> turn.postId().value()).toArray(UUID[]::new))
                .bind("ats", turns.stream().map(Turn::at).map(DutyShifts::utc).toArray(OffsetDateTime[]::new))
                .map(row -> present(row(row), Rows.get(row, "at", Instant.class)))
                .all();
        return Batch.grouped(turns, found);
    }

    private static Map.Entry<Turn, DutyShift> present(DutyShift shift, Instant at) {
        return Map.entry(new Turn(shift.postId(), at), shift);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static DutyShift row(Readable row) {
        return new DutyShift(
                new DutyShiftId(Rows.uuid(row, "id")),
                new PostId(Rows.uuid(row, "post_id")),
                new MemberId(Rows.uuid(row, "member_id")),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                row.get("handover_note", String.class));
    }
}
