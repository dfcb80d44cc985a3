package org.wangge.meeting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The councils in the database.
@Component
public class Councils implements NodeSource {
    private static final String COLUMNS = """
            c.id, c.grid_id, c.grid_key, c.name, c.purpose, c.quorum_parts, c.quorum_of, c.quorum_above,
            c.threshold_parts, c.threshold_of, c.threshold_above, c.vote_by, c.notice_days, c.founded_at,
            c.dissolved_at, c.dissolve_reason, c.version""";
    private static final Listing<Council> LIST = new Listing<>(
            COLUMNS, "council c", "c.id", Councils::row, council -> council.id().value());
    private static final Sort<Council> BY_GRID = new Sort<>(
            "c.grid_key", Sort.Kind.TEXT, council -> council.gridKey().path(), Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    Councils(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return CouncilId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, MeetingSight.of(viewer)).cast(Node.class);
    }

    public Mono<Council> find(CouncilId id, MeetingSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    public Flux<Council> all(Collection<UUID> ids, MeetingSight sight) {
        return select(sight.councils().and("c.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    Mono<Connection<Council>> page(CouncilFilter filter, Scope area, MeetingSight sight, PageRequest page) {
        var where = sight.councils().and(area.limit("c.grid_key", "area"));
        if (filter.gridId() != null) {
            where.and("c.grid_id = :grid", "grid", filter.gridId().value());
        }
        if (filter.isActive() != null) {
            where.and(filter.isActive() ? "c.dissolved_at is null" : "c.dissolved_at is not null");
        }
        return pages.page(LIST, where, BY_GRID, page);
    }

    /// As [#find], locked until the transaction ends.
    Mono<Council> lock(CouncilId id, MeetingSight sight) {
        return select(sight.councils().and("c.id = :id", "id", id.value()), "\nfor no key update of c")
                .next();
    }

    /// False when the id, or the name in that grid, is taken.
    Mono<Boolean> insert(Council council) {
        var statement = database.sql("""
                        insert into council (id, grid_id, grid_key, name, purpose, quorum_parts, quorum_of,
                                             quorum_above, threshold_parts, threshold_of, threshold_above, vote_by,
                                             notice_days, founded_at)
                        values (:id, :grid, :gridKey, :name, :purpose, :quorumParts, :quorumOf, :quorumAbove,
                                :thresholdParts, :thresholdOf, :thresholdAbove, :voteBy, :noticeDays, :at)
                        on conflict do nothing""");
        return bound(statement, council)
                .bind("grid", council.gridId().value())
                .bind("gridKey", council.gridKey().path())
                .bind("at", council.foundedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// To be called with the lock; empty when the name is taken.
    Mono<Council> update(Council council) {
        var statement = database.sql("""
                        update council c
                        set name = :name, purpose = :purpose, quorum_parts = :quorumParts, quorum_of = :quorumOf,
                            quorum_above = :quorumAbove, threshold_parts = :thresholdParts,
                            threshold_of = :thresholdOf, threshold_above = :thresholdAbove, vote_by = :voteBy,
                            notice_days = :noticeDays, dissolved_at = :dissolvedAt, dissolve_reason = :reason,
                            version = c.version + 1
                        where c.id = :id and c.version = :version and not exists (
                          select 1 from council other
                          where other.grid_id = c.grid_id and other.name = :name and other.id <> c.id
                            and other.dissolved_at is null)
                        returning c.id, c.grid_id, c.grid_key, c.name, c.purpose, c.quorum_parts, c.quorum_of,
                                  c.quorum_above, c.threshold_parts, c.threshold_of, c.threshold_above, c.vote_by,
                                  c.notice_days, c.founded_at, c.dissolved_at, c.dissolve_reason, c.version""");
        return bound(statement, council)
                .bind("version", council.version())
                .bind("dissolvedAt", Rows.orNull(council.dissolvedAt(), Instant.class))
                .bind("reason", Rows.orNull(council.dissolveReason(), String.class))
                .map(Councils::row)
                .one();
    }

    private static GenericExecuteSpec bound(GenericExecuteSpec statement, Council council) {
        var rules = council.rules();
        return statement
                .bind("id", council.id().value())
                .bind("name", council.name())
                .bind("purpose", Rows.orNull(council.purpose(), String.class))
                .bind("quorumParts", rules.quorum().parts())
                .bind("quorumOf", rules.quorum().of())
                .bind("quorumAbove", rules.quorum().above())
                .bind("thresholdParts", rules.threshold().parts())
                .bind("thresholdOf", rules.threshold().of())
                .bind("thresholdAbove", rules.threshold().above())
                .bind("voteBy", rules.voteBy().name())
                .bind("noticeDays", rules.noticeDays());
    }

    private Flux<Council> select(Conditions where, String rest) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom council c" + where.sql() + rest))
                .map(Councils::row)
                .all();
    }

    private static Council row(Readable row) {
        return new Council(
                new CouncilId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "name"),
                row.get("purpose", String.class),
                new CouncilRules(
                        share(row, "quorum"),
                        share(row, "threshold"),
                        Rows.constant(row, "vote_by", VoteBy.class),
                        Rows.number(row, "notice_days")),
                Rows.get(row, "founded_at", Instant.class),
                row.get("dissolved_at", Instant.class),
                row.get("dissolve_reason", String.class),
                Rows.number(row, "version"));
    }

    private static Share share(Readable row, String name) {
        return new Share(
                Rows.number(row, name + "_parts"),
                Rows.number(row, name + "_of"),
                Rows.get(row, name + "_above", Boolean.class));
    }
}
