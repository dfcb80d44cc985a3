package org.wangge.organisation.volunteer;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Personal;
import org.wangge.access.Viewer;
import org.wangge.access.personal.CellColumn;
import org.wangge.access.personal.CellColumns;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyrings;
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
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The volunteers in the database. The name of one who is neither a resident nor a member is sealed.
@Component
public class Volunteers implements NodeSource, CellColumns {
    private static final String COLUMNS = """
            v.id, v.no, v.grid_id, v.grid_key, v.resident_id, v.member_id, v.actor, v.name_mask, v.skills,
            v.service_minutes, v.joined_at, v.left_at, v.version""";
    private static final String NAME = "volunteer.name";
    private static final Listing<Volunteer> LIST =
            new Listing<>(COLUMNS, "volunteer v", "v.id", Volunteers::row, Volunteer::uuid);
    private static final Sort<Volunteer> BY_MINUTES =
            new Sort<>("v.service_minutes", Sort.Kind.INTEGER, Volunteer::serviceMinutes, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;
    private final Keyrings keyrings;

    Volunteers(DatabaseClient database, Pages pages, Keyrings keyrings) {
        this.database = database;
        this.pages = pages;
        this.keyrings = keyrings;
    }

    @Override
    public String type() {
        return VolunteerId.TYPE;
    }

    @Override
    public List<CellColumn> columns() {
        return List.of(CellColumn.of(NAME));
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, VolunteerSight.of(viewer)).cast(Node.class);
    }

    public Flux<Volunteer> all(Collection<UUID> ids, VolunteerSight sight) {
        return select(sight.volunteers().and("v.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    public Mono<Volunteer> find(VolunteerId id, VolunteerSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    /// The viewer as a volunteer; empty when they are none, or none any more.
    public Mono<Volunteer> own(Viewer viewer) {
        return select(VolunteerSight.own(viewer).volunteers().and("v.left_at is null"))
                .next();
    }

    Mono<Connection<Volunteer>> page(VolunteerFilter filter, Scope area, VolunteerSight sight, PageRequest page) {
        var where = sight.volunteers().and(area.limit("v.grid_key", "area"));
        if (filter.teamId() != null) {
            where.and(
                    "v.id in (select t.volunteer_id from team_volunteer t where t.team_id = :team and t.left_at is null)",
                    "team",
                    filter.teamId().value());
        }
        if (filter.starsAtLeast() != null) {
            where.and("v.service_minutes >= :minutes", "minutes", StarLevel.minutes(filter.starsAtLeast()));
        }
        if (filter.isActive() != null) {
            where.and(filter.isActive() ? "v.left_at is null" : "v.left_at is not null");
        }
        return pages.page(LIST, where, BY_MINUTES, page);
    }

    /// @throws org.springframework.dao.DataIntegrityViolationException when they are a volunteer already
    Mono<UUID> insert(NewVolunteer volunteer, Instant now) {
        return database.sql("""
                        insert into volunteer (grid_id, grid_key, resident_id, member_id, actor, name_mask, skills, joined_at)
                        values (:grid, :gridKey, :resident, :member, :actor, :mask, :skills, :now)
                        returning id""")
                .bind("grid", volunteer.grid().id().value())
                .bind("gridKey", volunteer.grid().key().path())
                .bind("resident", Rows.orNull(volunteer.residentId(), UUID.class))
                .bind("member", Rows.orNull(volunteer.memberId(), UUID.class))
                .bind("actor", Rows.orNull(volunteer.actor(), String.class))
                .bind("mask", volunteer.mask())
                .bind("skills", volunteer.skills().toArray(String[]::new))
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one()
                .delayUntil(id -> volunteer.clear() == null ? Mono.empty() : seal(id, volunteer.clear()));
    }

    /// The name of one who is neither a resident nor a member. Whoever asks has noted why.
    Mono<String> clearName(VolunteerId id) {
        return keyrings.current()
                .flatMap(keyring -> database.sql(
                                "select name_cell from volunteer where id = :id and name_cell is not null")
                        .bind("id", id.value())
                        .map(row ->
                                keyring.open(Rows.get(row, "name_cell", byte[].class), new CellPlace(NAME, id.value())))
                        .one());
    }

    /// False when they are not at the version any more.
    Mono<Boolean> leave(LeaveVolunteersInput input, Instant now) {
        return database.sql("""
                        update volunteer
                        set left_at = :now, version = version + 1
                        where id = :id and version = :version and left_at is null""")
                .bind("now", now)
                .bind("id", input.volunteerId().value())
                .bind("version", input.expectedVersion())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Long> seal(UUID id, String name) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("update volunteer set name_cell = :cell where id = :id")
                        .bind("cell", keyring.seal(name, new CellPlace(NAME, id)))
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated());
    }

    private Flux<Volunteer> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom volunteer v" + where.sql()))
                .map(Volunteers::row)
                .all();
    }

    private static Volunteer row(Readable row) {
        return new Volunteer(
                new VolunteerId(Rows.uuid(row, "id")),
                Rows.text(row, "no"),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.mapped(row, "resident_id", UUID.class, ResidentId::new),
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                row.get("actor", String.class),
                Personal.masked(Rows.text(row, "name_mask"), "name"),
                List.of(Rows.get(row, "skills", String[].class)),
                Rows.number(row, "service_minutes"),
                Rows.get(row, "joined_at", Instant.class),
                row.get("left_at", Instant.class),
                Rows.number(row, "version"));
    }
}
