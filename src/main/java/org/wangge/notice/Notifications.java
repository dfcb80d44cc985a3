package org.wangge.notice;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The notifications in the database; everybody sees their own.
@Component
class Notifications implements NodeSource {
    private static final String COLUMNS = "n.id, n.no, n.kind, n.subject_id, n.words, n.at, n.read_at";
    private static final Listing<Notification> LIST = new Listing<>(
            COLUMNS,
            "notification n",
            "n.id",
            Notifications::row,
            notification -> notification.id().value());
    private static final Sort<Notification> NEWEST =
            new Sort<>("n.at", Sort.Kind.INSTANT, Notification::at, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Notifications(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return NotificationId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return viewer.accountId() == null || viewer.restriction() != null
                ? Flux.empty()
                : all(ids, Mailbox.of(viewer)).cast(Node.class);
    }

    Mono<Connection<Notification>> page(NotificationFilter filter, Mailbox mailbox, PageRequest page) {
        var where = mailbox.notifications();
        if (filter.isUnread() != null) {
            where.and(filter.isUnread() ? "n.read_at is null" : "n.read_at is not null");
        }
        if (filter.kind() != null) {
            where.and("n.kind = any(:kinds)", "kinds", Batch.names(filter.kind()));
        }
        return pages.page(LIST, where, NEWEST, page);
    }

    Flux<Notification> all(Collection<UUID> ids, Mailbox mailbox) {
        return select(mailbox.notifications().and("n.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    /// The one with a number in the box of an account.
    Mono<Notification> numbered(UUID accountId, int no) {
        return select(new Conditions().and("n.account_id = :account and n.no = :no", "account", accountId, "no", no))
                .next();
    }

    Mono<Integer> unread(Mailbox mailbox) {
        return database.sql("""
                        select count(*)::int as unread
                        from notification
                        where recipient = any(:names) and read_at is null""")
                .bind("names", mailbox.names())
                .map(row -> Rows.number(row, "unread"))
                .one();
    }

    /// Those of the ids, or all when there are none; how many were unread before.
    Mono<Long> read(Mailbox mailbox, @Nullable Collection<UUID> ids, Instant now) {
        return database.sql("""
                        update notification
                        set read_at = :now
                        where recipient = any(:names) and read_at is null and (:all or id = any(:ids))""")
                .bind("now", now)
                .bind("names", mailbox.names())
                .bind("all", ids == null)
                .bind("ids", ids == null ? new UUID[0] : Batch.ids(ids))
                .fetch()
                .rowsUpdated();
    }

    private Flux<Notification> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom notification n" + where.sql()))
                .map(Notifications::row)
                .all();
    }

    private static Notification row(Readable row) {
        return new Notification(
                new NotificationId(Rows.uuid(row, "id")),
                row.get("no", Integer.class),
                Rows.constant(row, "kind", NoticeKind.class),
                Rows.uuid(row, "subject_id"),
                Arrays.asList(Rows.get(row, "words", String[].class)),
                Rows.get(row, "at", Instant.class),
                row.get("read_at", Instant.class));
    }
}
