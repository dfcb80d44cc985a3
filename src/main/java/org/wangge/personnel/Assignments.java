package org.wangge.personnel;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The assignments in the database, which holds to 一格一员 by its constraints.
@Component
class Assignments implements NodeSource {
    static final String COLUMNS = """
            a.id, a.member_id, a.grid_id, a.grid_key, a.role, a.duties, a.from_on, a.to_on, a.basis,
            a.end_reason, a.version""";
    private static final Listing<Assignment> LIST = new Listing<>(
            COLUMNS,
            "assignment a",
            "a.id",
            Assignments::row,
            assignment -> assignment.id().value());

    private final DatabaseClient database;
    private final Pages pages;

    Assignments(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return AssignmentId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return select(Members.doneBySeen(viewer.scope(Right.PERSONNEL), "a.grid_key", "a.member_id")
                        .and("a.id = any(:ids)", "ids", Batch.ids(ids)))
                .cast(Node.class);
    }

    Mono<Assignment> find(AssignmentId id, Scope scope) {
        return select(Members.doneBySeen(scope, "a.grid_key", "a.member_id").and("a.id = :id", "id", id.value()))
                .next();
    }

    Mono<Connection<Assignment>> page(
            AssignmentFilter filter,
            Scope area,
            Scope scope,
            LocalDate today,
            AssignmentOrder order,
            PageRequest page) {
        var where = area.limit("a.grid_key", "area").and(Members.doneBySeen(scope, "a.grid_key", "a.member_id"));
        if (!filter.anyTime()) {
            inForce(where, "a", filter.on() == null ? today : filter.on());
        }
        if (filter.gridId() != null) {
            where.and("a.grid_id = :grid", "grid", filter.gridId().value());
        }
        if (filter.memberId() != null) {
            where.and("a.member_id = :member", "member", filter.memberId().value());
        }
        if (filter.roles() != null) {
            where.and("a.role = any(:roles)", "roles", Batch.names(filter.roles()));
        }
        return pages.page(LIST, where, order.sort(), page);
    }

    /// Waits until nobody else appoints for the same grid: two checks of an exclusion constraint
    /// that wait for each other are a deadlock.
    ///
    /// @throws Clash when the tables do not allow it
    Mono<Assignment> begin(Appointment appointment) {
        return database.sql("""
                        insert into assignment as a
                               (id, member_id, grid_id, grid_level, grid_key, role, duties, from_on, to_on, basis)
                        select coalesce(:id, uuidv7()), :member, g.id, g.level, g.grid_key, :role, :duties,
                               :fromOn, :toOn, :basis
                        from (select id, level, grid_key from grid where id = :grid for no key update) as g
                        returning a.id, a.member_id, a.grid_id, a.grid_key, a.role, a.duties, a.from_on, a.to_on,
                                  a.basis, a.end_reason, a.version""")
                .bind("id", orNull(appointment.id(), UUID.class))
                .bind("member", appointment.memberId().value())
                .bind("grid", appointment.gridId().value())
                .bind("role", appointment.role().name())
                .bind("duties", Batch.names(appointment.duties()))
                .bind("fromOn", appointment.fromOn())
                .bind("toOn", orNull(appointment.toOn(), LocalDate.class))
                .bind("basis", orNull(appointment.basis(), String.class))
                .map(Assignments::row)
                .one()
                .onErrorMap(DataIntegrityViolationException.class, broken -> Clash.of(broken, appointment));
    }

    /// Empty when it is not at the version any more.
    Mono<Assignment> end(Assignment assignment, LocalDate on, @Nullable String reason) {
        return database.sql("""
                        update assignment a set to_on = :on, end_reason = :reason, version = a.version + 1
                        where a.id = :id and a.version = :version
                        returning a.id, a.member_id, a.grid_id, a.grid_key, a.role, a.duties, a.from_on, a.to_on,
                                  a.basis, a.end_reason, a.version""")
                .bind("on", on)
                .bind("reason", orNull(reason, String.class))
                .bind("id", assignment.id().value())
                .bind("version", assignment.version())
                .map(Assignments::row)
                .one();
    }

    /// Who stands in the way of an appointment to a position that is held by one at a time.
    Mono<AssignmentId> holder(Appointment appointment) {
        return database.sql("""
                        select a.id from assignment a
                        where a.grid_id = :grid and a.role = :role
                          and a.during && daterange(:fromOn, :toOn, '[)')
                        order by a.from_on
                        limit 1""")
                .bind("grid", appointment.gridId().value())
                .bind("role", appointment.role().name())
                .bind("fromOn", appointment.fromOn())
                .bind("toOn", orNull(appointment.toOn(), LocalDate.class))
                .map(row -> new AssignmentId(Rows.uuid(row, "id")))
                .one();
    }

    static Conditions inForce(Conditions where, String alias, LocalDate on) {
        return where.and(
                alias + ".from_on <= :on and (" + alias + ".to_on is null or " + alias + ".to_on > :on)", "on", on);
    }

    static Assignment row(Readable row) {
        return new Assignment(
                new AssignmentId(Rows.uuid(row, "id")),
                new MemberId(Rows.uuid(row, "member_id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.constant(row, "role", GridRole.class),
                duties(Rows.get(row, "duties", String[].class)),
                Rows.get(row, "from_on", LocalDate.class),
                row.get("to_on", LocalDate.class),
                row.get("basis", String.class),
                row.get("end_reason", String.class),
                Rows.number(row, "version"));
    }

    private static Object orNull(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : value;
    }

    private static List<DutyCategory> duties(String[] names) {
        return Arrays.stream(names).map(DutyCategory::valueOf).toList();
    }

    private Flux<Assignment> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom assignment a" + where.sql()))
                .map(Assignments::row)
                .all();
    }
}
