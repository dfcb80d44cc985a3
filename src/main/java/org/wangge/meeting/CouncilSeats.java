package org.wangge.meeting;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
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
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The seats of councils in the database: one chair at a time, and everybody once, by its constraints.
@Component
public class CouncilSeats implements NodeSource {
    private static final String SELECT = """
            select s.id, s.council_id, s.member_id, s.resident_id, s.role, s.from_on, s.to_on, s.end_reason, s.version
            from council_seat s join council c on c.id = s.council_id""";

    private final DatabaseClient database;

    CouncilSeats(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String type() {
        return CouncilSeatId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return select(MeetingSight.of(viewer).councils().and("s.id = any(:ids)", "ids", Batch.ids(ids)))
                .cast(Node.class);
    }

    Mono<CouncilSeat> find(CouncilSeatId id, MeetingSight sight) {
        return select(sight.councils().and("s.id = :id", "id", id.value())).next();
    }

    /// Of several councils, in the order of their roles: those of a day.
    public Flux<CouncilSeat> ofCouncils(Collection<UUID> councils, LocalDate on) {
        return select(new Conditions()
                .and("s.council_id = any(:councils)", "councils", Batch.ids(councils))
                .and("s.from_on <= :on and (s.to_on is null or s.to_on > :on)", "on", on));
    }

    /// All that there were and will be.
    Flux<CouncilSeat> ofCouncils(Collection<UUID> councils) {
        return select(new Conditions().and("s.council_id = any(:councils)", "councils", Batch.ids(councils)));
    }

    /// Seats of a council that would stand beside this one: the same person's, or another chair's.
    Mono<List<CouncilSeat>> inTheWayOf(SeatCouncilMemberInput input) {
        var where = new Conditions()
                .and("s.council_id = :council", "council", input.councilId().value())
                .and(
                        "(s.person = :person or s.role = 'CHAIR' and :role = 'CHAIR')",
                        "person",
                        person(input),
                        "role",
                        input.role().name())
                .and(
                        "s.during && daterange(:fromOn, :toOn::date, '[)')",
                        "fromOn",
                        input.fromOn(),
                        "toOn",
                        Rows.orNull(input.toOn(), LocalDate.class));
        return select(where).collectList();
    }

    /// How many sit there on a day or later.
    Mono<Integer> count(CouncilId council, LocalDate on) {
        return database.sql("""
                        select count(*)::int as seats
                        from council_seat
                        where council_id = :council and (to_on is null or to_on > :on)""")
                .bind("council", council.value())
                .bind("on", on)
                .map(row -> Rows.number(row, "seats"))
                .one();
    }

    /// False when the id is taken.
    Mono<Boolean> insert(CouncilSeatId id, SeatCouncilMemberInput input) {
        return database.sql("""
                        insert into council_seat (id, council_id, member_id, resident_id, role, from_on, to_on)
                        values (:id, :council, :member, :resident, :role, :fromOn, :toOn)
                        on conflict (id) do nothing""")
                .bind("id", id.value())
                .bind("council", input.councilId().value())
                .bind("member", Rows.orNull(input.person().memberUuid(), UUID.class))
                .bind("resident", Rows.orNull(input.person().residentUuid(), UUID.class))
                .bind("role", input.role().name())
                .bind("fromOn", input.fromOn())
                .bind("toOn", Rows.orNull(input.toOn(), LocalDate.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when it is not at the version any more.
    Mono<Boolean> end(CouncilSeat seat, LocalDate on, String reason) {
        return database.sql("""
                        update council_seat
                        set to_on = :on, end_reason = :reason, version = version + 1
                        where id = :id and version = :version""")
                .bind("on", on)
                .bind("reason", reason)
                .bind("id", seat.id().value())
                .bind("version", seat.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static UUID person(SeatCouncilMemberInput input) {
        var member = input.person().memberUuid();
        return member == null ? java.util.Objects.requireNonNull(input.person().residentUuid()) : member;
    }

    private Flux<CouncilSeat> select(Conditions where) {
        var order = "\norder by array_position('{CHAIR,RECORDER,MEMBER,OBSERVER}'::text[], s.role), s.from_on, s.id";
        return where.bind(database.sql(SELECT + where.sql() + order))
                .map(CouncilSeats::row)
                .all();
    }

    private static CouncilSeat row(Readable row) {
        return new CouncilSeat(
                new CouncilSeatId(Rows.uuid(row, "id")),
                new CouncilId(Rows.uuid(row, "council_id")),
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "resident_id", UUID.class, ResidentId::new),
                Rows.constant(row, "role", SeatRole.class),
                Rows.get(row, "from_on", LocalDate.class),
                row.get("to_on", LocalDate.class),
                row.get("end_reason", String.class),
                Rows.number(row, "version"));
    }
}
