package org.wangge.notice.publicity;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Right;
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
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.personnel.MemberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whom notices were for, in the database: ids and places only, as they were at publication.
@Component
class PolicyAddressees implements NodeSource {
    /// Of `policy_addressee a`: who has an account reads for themselves.
    static final String ONLINE = """
            (exists (select 1 from account o where o.resident_id = a.person and o.disabled_at is null)
              or exists (select 1 from account o where o.member_id = a.person and o.disabled_at is null))""";

    private static final String COLUMNS =
            "a.id, a.notice_id, a.person, a.is_staff, a.grid_key, a.receipt, a.received_at," + " a.told_member, "
                    + ONLINE + " as is_online";
    private static final Listing<PolicyAddressee> LIST =
            new Listing<>(COLUMNS, "policy_addressee a", "a.id", PolicyAddressees::row, PolicyAddressee::uuid);
    private static final Sort<PolicyAddressee> BY_GRID = new Sort<>(
            "a.grid_key", Sort.Kind.TEXT, addressee -> addressee.gridKey().path(), Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    PolicyAddressees(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return PolicyAddresseeId.TYPE;
    }

    /// Where the viewer sees the ledger, and oneself.
    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        var self = new Conditions()
                .and("a.person = any(:self)", "self", PublicitySight.of(viewer).self());
        var seen = List.of(viewer.scope(Right.LEDGER).limit("a.grid_key"), self);
        return select(Conditions.anyOf(seen).and("a.id = any(:ids)", "ids", Batch.ids(ids)))
                .cast(Node.class);
    }

    /// Writes down who is in the audience now, in one statement; how many they are. Of a member with several
    /// posts the highest counts.
    Mono<Long> snapshot(PolicyNotice notice, LocalDate today) {
        return database.sql("""
                        insert into policy_addressee (notice_id, person, is_staff, grid_key)
                        select :notice::uuid, r.id, false, r.grid_key
                        from resident r
                        where :residents and r.status = 'ACTIVE' and r.grid_key >= :from and r.grid_key < :to
                          and (:all or r.care_needs && :careNeeds::text[])
                        union all
                        select :notice::uuid, s.member_id, true, min(s.grid_key)
                        from assignment s
                        where s.role = any(:roles) and s.grid_key >= :from and s.grid_key < :to
                          and s.from_on <= :today and (s.to_on is null or s.to_on > :today)
                        group by s.member_id""")
                .bind("notice", notice.uuid())
                .bind("residents", notice.audience().isForResidents())
                .bind("from", notice.gridKey().path())
                .bind("to", notice.gridKey().end())
                .bind("all", notice.audience().careNeeds().isEmpty())
                .bind("careNeeds", Batch.names(notice.audience().careNeeds()))
                .bind("roles", Batch.names(notice.audience().roles()))
                .bind("today", today)
                .fetch()
                .rowsUpdated();
    }

    /// How notices were addressed to one of the people.
    Flux<PolicyAddressee> of(Collection<UUID> notices, List<UUID> people) {
        return select(new Conditions()
                .and("a.notice_id = any(:notices)", "notices", Batch.ids(notices))
                .and("a.person = any(:people)", "people", Batch.ids(people)));
    }

    /// Those of the people to whom a notice was addressed where they lived or served in the scope.
    Flux<PolicyAddressee> of(PolicyNoticeId notice, Collection<UUID> people, Scope scope) {
        return select(scope.limit("a.grid_key")
                .and("a.notice_id = :notice", "notice", notice.value())
                .and("a.person = any(:people)", "people", Batch.ids(people)));
    }

    Mono<Connection<PolicyAddressee>> page(
            PolicyNoticeId notice, PolicyAddresseeFilter filter, Scope scope, PageRequest page) {
        var where = filter.limit(scope.limit("a.grid_key")).and("a.notice_id = :notice", "notice", notice.value());
        return pages.page(LIST, where, BY_GRID, page);
    }

    /// The grids of those who had no receipt before.
    Flux<GridKey> read(PolicyNoticeId notice, List<UUID> people, Instant now) {
        return database.sql("""
                        update policy_addressee
                        set receipt = 'READ', received_at = :now
                        where notice_id = :notice and person = any(:people) and receipt is null
                        returning grid_key""")
                .bind("now", now)
                .bind("notice", notice.value())
                .bind("people", Batch.ids(people))
                .map(row -> new GridKey(Rows.text(row, "grid_key")))
                .all();
    }

    /// The grids of those who had no receipt before.
    ///
    /// @param by the actor who told them, and the member that they are
    Flux<GridKey> tell(PolicyNoticeId notice, Collection<UUID> people, Teller by, Instant at) {
        return database.sql("""
                        update policy_addressee
                        set receipt = 'TOLD_IN_PERSON', received_at = :at, told_by = :actor, told_member = :member
                        where notice_id = :notice and person = any(:people) and receipt is null
                        returning grid_key""")
                .bind("at", at)
                .bind("actor", by.actor())
                .bind("member", Rows.orNull(by.member(), UUID.class))
                .bind("notice", notice.value())
                .bind("people", Batch.ids(people))
                .map(row -> new GridKey(Rows.text(row, "grid_key")))
                .all();
    }

    private Flux<PolicyAddressee> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom policy_addressee a" + where.sql()))
                .map(PolicyAddressees::row)
                .all();
    }

    private static PolicyAddressee row(Readable row) {
        var kind = Rows.mapped(row, "receipt", String.class, ReceiptKind::valueOf);
        return new PolicyAddressee(
                new PolicyAddresseeId(Rows.uuid(row, "id")),
                new PolicyNoticeId(Rows.uuid(row, "notice_id")),
                Rows.uuid(row, "person"),
                Rows.get(row, "is_staff", Boolean.class),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.get(row, "is_online", Boolean.class),
                kind == null
                        ? null
                        : new PolicyReceipt(
                                kind,
                                Rows.get(row, "received_at", Instant.class),
                                Rows.mapped(row, "told_member", UUID.class, MemberId::new)));
    }
}
