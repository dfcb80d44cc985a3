package org.wangge.notice.publicity;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
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
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.personnel.GridRole;
import org.wangge.resident.CareNeed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The notices in the database, and how they go on.
@Component
class PolicyNotices implements NodeSource {
    private static final String COLUMNS = """
            n.id, n.grid_id, n.grid_key, n.title, n.body, n.for_residents, n.care_needs, n.roles, n.status, n.status_at,
            n.published_at, n.withdrawn_at, n.withdraw_reason, n.version""";
    private static final Listing<PolicyNotice> LIST =
            new Listing<>(COLUMNS, "policy_notice n", "n.id", PolicyNotices::row, PolicyNotice::uuid);
    private static final Sort<PolicyNotice> NEWEST =
            new Sort<>("n.status_at", Sort.Kind.INSTANT, PolicyNotice::statusAt, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    PolicyNotices(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return PolicyNoticeId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        var sight = PublicitySight.of(viewer);
        return select(sight.notices().and("n.id = any(:ids)", "ids", Batch.ids(ids)), "")
                .cast(Node.class);
    }

    Mono<PolicyNotice> find(PolicyNoticeId id, PublicitySight sight) {
        return select(sight.notices().and("n.id = :id", "id", id.value()), "").next();
    }

    /// As [#find], locked until the transaction ends.
    Mono<PolicyNotice> lock(PolicyNoticeId id, PublicitySight sight) {
        return select(sight.notices().and("n.id = :id", "id", id.value()), "\nfor no key update of n")
                .next();
    }

    /// As [#find]; nobody publishes or withdraws it until the transaction ends.
    Mono<PolicyNotice> hold(PolicyNoticeId id, PublicitySight sight) {
        return select(sight.notices().and("n.id = :id", "id", id.value()), "\nfor share of n")
                .next();
    }

    Mono<Connection<PolicyNotice>> page(PolicyNoticeFilter filter, Scope area, PublicitySight sight, PageRequest page) {
        var where = filter.limit(sight.notices(), sight).and(area.limit("n.grid_key", "area"));
        return pages.page(LIST, where, NEWEST, page);
    }

    Mono<PolicyNotice> insert(DraftPolicyNoticeInput input, Grid grid, String actor, Instant now) {
        return database.sql("""
                        insert into policy_notice as n (grid_id, grid_key, title, body, for_residents, care_needs, roles,
                                                        drafted_by, status_at)
                        values (:grid, :gridKey, :title, :body, :residents, :careNeeds, :roles, :actor, :now)
                        returning\s""" + COLUMNS)
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("title", input.title().strip())
                .bind("body", input.body().strip())
                .bind("residents", input.audience().isForResidents())
                .bind("careNeeds", Batch.names(input.audience().careNeeds()))
                .bind("roles", Batch.names(input.audience().roles()))
                .bind("actor", actor)
                .bind("now", now)
                .map(PolicyNotices::row)
                .one();
    }

    /// Of one that is locked.
    Mono<PolicyNotice> change(PolicyNotice notice, ChangePolicyNoticeInput input) {
        return database.sql("""
                        update policy_notice n
                        set title = :title, body = :body, for_residents = :residents, care_needs = :careNeeds, roles = :roles,
                            version = n.version + 1
                        where n.id = :id
                        returning\s""" + COLUMNS)
                .bind("title", input.title().strip())
                .bind("body", input.body().strip())
                .bind("residents", input.audience().isForResidents())
                .bind("careNeeds", Batch.names(input.audience().careNeeds()))
                .bind("roles", Batch.names(input.audience().roles()))
                .bind("id", notice.uuid())
                .map(PolicyNotices::row)
                .one();
    }

    /// Of one that is locked.
    Mono<PolicyNotice> publish(PolicyNotice notice, Instant now) {
        return database.sql("""
                        update policy_notice n
                        set status = 'PUBLISHED', status_at = :now, published_at = :now, version = n.version + 1
                        where n.id = :id
                        returning\s""" + COLUMNS)
                .bind("now", now)
                .bind("id", notice.uuid())
                .map(PolicyNotices::row)
                .one();
    }

    /// Of one that is locked.
    Mono<PolicyNotice> withdraw(PolicyNotice notice, String reason, Instant now) {
        return database.sql("""
                        update policy_notice n
                        set status = 'WITHDRAWN', status_at = :now, withdrawn_at = :now, withdraw_reason = :reason,
                            version = n.version + 1
                        where n.id = :id
                        returning\s""" + COLUMNS)
                .bind("now", now)
                .bind("reason", reason)
                .bind("id", notice.uuid())
                .map(PolicyNotices::row)
                .one();
    }

    private Flux<PolicyNotice> select(Conditions where, String rest) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom policy_notice n" + where.sql() + rest))
                .map(PolicyNotices::row)
                .all();
    }

    private static PolicyNotice row(Readable row) {
        return new PolicyNotice(
                new PolicyNoticeId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "title"),
                Rows.text(row, "body"),
                new PolicyAudience(
                        Rows.get(row, "for_residents", Boolean.class),
                        constants(row, "care_needs", CareNeed.class),
                        constants(row, "roles", GridRole.class)),
                Rows.constant(row, "status", PolicyNoticeStatus.class),
                Rows.get(row, "status_at", Instant.class),
                row.get("published_at", Instant.class),
                row.get("withdrawn_at", Instant.class),
                row.get("withdraw_reason", String.class),
                Rows.number(row, "version"));
    }

    private static <E extends Enum<E>> List<E> constants(Readable row, String column, Class<E> type) {
        return Arrays.stream(Rows.get(row, column, String[].class))
                .map(name -> Enum.valueOf(type, name))
                .toList();
    }
}
