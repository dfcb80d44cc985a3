package org.wangge.personnel;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.TextSearch;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.kept.Kept;
import org.wangge.kept.KeptTables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The members of the teams in the database. A member whose card is public is seen by everybody, others
/// by whoever sees the grid they belong to, or one that they serve or have served.
@Component
public class Members implements NodeSource {
    static final String COLUMNS =
            "m.id, m.name, m.origin, m.department_id, m.card_no, m.card_title, m.card_is_public, m.version";
    private static final Listing<Member> LIST = new Listing<>(
            COLUMNS, "member m", "m.id", Members::row, member -> member.id().value());

    private final DatabaseClient database;
    private final Pages pages;
    private final Kept<Map<UUID, Colleague>> kept;

    /// A member and the grid to which it belongs.
    private record Colleague(Member member, GridKey home) {
        boolean isSeenIn(Scope scope) {
            return member.isCardPublic() || scope.holds(home);
        }
    }

    Members(DatabaseClient database, Pages pages, KeptTables tables) {
        this.database = database;
        this.pages = pages;
        this.kept = tables.keep(
                "member",
                database.sql("select " + COLUMNS + ", m.grid_key\nfrom member m")
                        .map(row -> new Colleague(row(row), new GridKey(Rows.text(row, "grid_key"))))
                        .all()
                        .collectMap(colleague -> colleague.member().id().value()));
    }

    @Override
    public String type() {
        return MemberId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, viewer.scope(Right.PERSONNEL)).cast(Node.class);
    }

    public Mono<Member> find(MemberId id, Scope scope) {
        return all(List.of(id.value()), scope).next();
    }

    Mono<Member> find(String cardNo, Scope scope) {
        return select(isSeen(scope).and("m.card_no = :cardNo", "cardNo", cardNo))
                .next();
    }

    public Flux<Member> all(Collection<UUID> ids, Scope scope) {
        var known = kept.now();
        return known != null && ids.stream().allMatch(id -> isSeen(known.get(id), scope))
                ? Flux.fromStream(() -> ids.stream()
                        .distinct()
                        .map(id -> Objects.requireNonNull(known.get(id)).member()))
                : read(ids, scope);
    }

    /// The member, if this node has it at hand and it is seen for its card or its home; otherwise ask with [#all].
    public @Nullable Member atHand(MemberId id, Scope scope) {
        var known = kept.now();
        var colleague = known == null ? null : known.get(id.value());
        return colleague != null && colleague.isSeenIn(scope) ? colleague.member() : null;
    }

    private static boolean isSeen(@Nullable Colleague colleague, Scope scope) {
        return colleague != null && colleague.isSeenIn(scope);
    }

    /// Whoever is not known here, or seen only for a grid that they serve or have served.
    private Flux<Member> read(Collection<UUID> ids, Scope scope) {
        return select(isSeen(scope).and("m.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    /// `within` is the key of the filter's grid, the empty one for the whole tree.
    Mono<Connection<Member>> page(
            MemberFilter filter, GridKey within, Scope scope, LocalDate today, MemberOrder order, PageRequest page) {
        var where = seen(scope);
        if (filter.within() != null || filter.role() != null) {
            serving(where, filter, within, today);
        }
        if (filter.origin() != null) {
            where.and("m.origin = :origin", "origin", filter.origin().name());
        }
        if (filter.departmentId() != null) {
            where.and(
                    "m.department_id = :department",
                    "department",
                    filter.departmentId().value());
        }
        if (filter.name() != null) {
            TextSearch.limit(where, "m.name", "m.name_grams", filter.name(), "filter.name");
        }
        return pages.page(LIST, where, order.sort(), page);
    }

    /// What is done by members whom a scope lets be seen: `column` names the member of a row whose
    /// grid is `key`.
    static Conditions doneBySeen(Scope scope, String key, String column) {
        var where = scope.limit(key);
        return where.isEmpty()
                ? where
                : Conditions.anyOf(List.of(
                        where,
                        new Conditions()
                                .and("exists (select 1 from member c where c.id = " + column
                                        + " and c.card_is_public)")));
    }

    /// For few members: looks at the grids of each.
    private static Conditions isSeen(Scope scope) {
        var where = new Conditions();
        var inScope = scope.limit("k.grid_key");
        return inScope.isEmpty()
                ? where
                : where.and(
                        "(m.card_is_public or exists (select 1 from (select m.grid_key union all"
                                + " select s.grid_key from assignment s where s.member_id = m.id) as k (grid_key)"
                                + inScope.sql() + "))",
                        inScope);
    }

    /// For lists: starts with the grids of the scope.
    private static Conditions seen(Scope scope) {
        var where = new Conditions();
        var home = scope.limit("h.grid_key");
        return home.isEmpty()
                ? where
                : where.and(
                        "(m.card_is_public or m.id in (select h.id from member h" + home.sql()
                                + "\nunion all select s.member_id from assignment s"
                                + scope.limit("s.grid_key").sql() + "))",
                        home);
    }

    private static void serving(Conditions where, MemberFilter filter, GridKey within, LocalDate today) {
        var inForce = Assignments.inForce(within(new Conditions(), "w.grid_key", within), "w", today);
        if (filter.role() == null) {
            where.and(
                    "m.id in (select w.member_id from assignment w" + inForce.sql()
                            + "\nunion all select b.id from member b"
                            + within(new Conditions(), "b.grid_key", within).sql() + ")",
                    inForce);
        } else {
            inForce.and("w.role = :role", "role", filter.role().name());
            where.and("m.id in (select w.member_id from assignment w" + inForce.sql() + ")", inForce);
        }
    }

    private static Conditions within(Conditions where, String column, GridKey key) {
        return where.and(
                column + " >= :withinFrom and " + column + " < :withinTo",
                "withinFrom",
                key.path(),
                "withinTo",
                key.end());
    }

    static Member row(Readable row) {
        return new Member(
                new MemberId(Rows.uuid(row, "id")),
                Rows.text(row, "name"),
                Rows.constant(row, "origin", PersonOrigin.class),
                Rows.mapped(row, "department_id", UUID.class, DepartmentId::new),
                new PublicCard(Rows.text(row, "card_no"), Rows.text(row, "card_title")),
                Rows.get(row, "card_is_public", Boolean.class),
                Rows.number(row, "version"));
    }

    private Flux<Member> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom member m" + where.sql()))
                .map(Members::row)
                .all();
    }
}
