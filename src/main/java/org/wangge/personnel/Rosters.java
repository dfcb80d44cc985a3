package org.wangge.personnel;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridCounts;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who serves what on a day, for many grids or members in one statement each.
@Component
class Rosters {
    static final int LONGEST = 200;
    private static final Comparator<Assignment> LEADERS_FIRST = comparing(Assignment::role)
            .thenComparing(Assignment::fromOn)
            .thenComparing(one -> one.id().value());

    private final DatabaseClient database;

    Rosters(DatabaseClient database) {
        this.database = database;
    }

    /// What a member is in charge of on a day, or at any time when there is none.
    record Service(MemberId memberId, @Nullable LocalDate on) {}

    /// Leaders first, by the id of the grid.
    ///
    /// @throws Fault TOO_MANY above 200 for one grid: page through `assignments` instead
    Mono<Map<UUID, List<Assignment>>> ofGrids(Collection<UUID> grids, Scope scope, LocalDate on) {
        var where = Assignments.inForce(
                Members.doneBySeen(scope, "a.grid_key", "a.member_id").and("a.grid_id = k.grid_id"), "a", on);
        var found = where.bind(database.sql("select roster.*\nfrom unnest(:grids) as k (grid_id)\n"
                        + "cross join lateral (select " + Assignments.COLUMNS + "\nfrom assignment a" + where.sql()
                        + "\nlimit " + (LONGEST + 1) + ") as roster"))
                .bind("grids", Batch.ids(grids))
                .map(Assignments::row)
                .all()
                .sort(LEADERS_FIRST);
        return Batch.many(
                        grids,
                        id -> id,
                        found,
                        assignment -> assignment.gridId().value())
                .doOnNext(Rosters::requireShort);
    }

    /// By first days.
    ///
    /// @throws Fault TOO_MANY above 200 for one member: page through `assignments` instead
    Mono<Map<Service, List<Assignment>>> ofMembers(Collection<Service> wanted, Scope scope) {
        var where = Members.doneBySeen(scope, "a.grid_key", "a.member_id")
                .and("a.member_id = k.member_id")
                .and("(k.day is null or a.from_on <= k.day and (a.to_on is null or a.to_on > k.day))");
        var found = where.bind(
                        database.sql("select k.day, roster.*\nfrom unnest(:members, :days) as k (member_id, day)\n"
                                + "cross join lateral (select " + Assignments.COLUMNS + "\nfrom assignment a"
                                + where.sql()
                                + "\norder by a.from_on, a.id\nlimit " + (LONGEST + 1) + ") as roster"))
                .bind(
                        "members",
                        wanted.stream().map(one -> one.memberId().value()).toArray(UUID[]::new))
                .bind("days", wanted.stream().map(Service::on).toArray(LocalDate[]::new))
                .map(row -> served(Assignments.row(row), row.get("day", LocalDate.class)))
                .all();
        return Batch.grouped(wanted, found).doOnNext(Rosters::requireShort);
    }

    /// Who leads each grid, by its id; grids without a leader are left out.
    Flux<Map.Entry<UUID, Member>> leaders(Collection<UUID> grids, Scope scope, LocalDate on) {
        var where = Assignments.inForce(Members.doneBySeen(scope, "a.grid_key", "a.member_id"), "a", on)
                .and("a.role = 'GRID_LEADER' and a.grid_id = any(:grids)", "grids", Batch.ids(grids));
        return where.bind(database.sql("select a.grid_id, " + Members.COLUMNS
                        + "\nfrom assignment a join member m on m.id = a.member_id" + where.sql()))
                .map(row -> Map.entry(Rows.uuid(row, "grid_id"), Members.row(row)))
                .all();
    }

    /// How many people hold each role in each subtree, leaders first.
    Mono<Map<GridCounts, List<RoleCount>>> counts(Collection<GridCounts> counts, LocalDate on) {
        var where = Assignments.inForce(new Conditions(), "a", on);
        var found = where.bind(database.sql("select k.low, a.role, count(distinct a.member_id) as amount\n"
                        + "from unnest(:lows, :highs) as k (low, high)\n"
                        + "join assignment a on a.grid_key >= k.low and a.grid_key < k.high"
                        + where.sql() + "\ngroup by k.low, a.role"))
                .bind("lows", Batch.texts(counts, count -> count.key().path()))
                .bind("highs", Batch.texts(counts, count -> count.key().end()))
                .map(row -> new RoleCount(
                        Rows.text(row, "low"),
                        Rows.constant(row, "role", GridRole.class),
                        Math.toIntExact(Rows.get(row, "amount", Long.class))))
                .all()
                .sort(comparing(RoleCount::role));
        return Batch.many(counts, count -> count.key().path(), found, RoleCount::key);
    }

    private static Map.Entry<Service, Assignment> served(Assignment assignment, @Nullable LocalDate day) {
        return Map.entry(new Service(assignment.memberId(), day), assignment);
    }

    private static void requireShort(Map<?, List<Assignment>> rosters) {
        if (rosters.values().stream().anyMatch(roster -> roster.size() > LONGEST)) {
            throw new Fault(FaultCode.TOO_MANY, "assignments", LONGEST);
        }
    }
}
