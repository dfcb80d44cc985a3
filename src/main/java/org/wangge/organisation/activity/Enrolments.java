package org.wangge.organisation.activity;

import io.r2dbc.spi.Readable;
import java.time.Instant;
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
import org.wangge.grid.GridKey;
import org.wangge.organisation.volunteer.VolunteerId;
import org.wangge.organisation.volunteer.VolunteerSight;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who takes part, in the database: seen by those who hold activities there, and by oneself.
@Component
class Enrolments implements NodeSource {
    private static final String COLUMNS = """
            e.id, e.activity_id, e.volunteer_id, e.grid_key, e.status, e.enrolled_at, e.checked_in_at, e.checked_out_at,
            e.travel_minutes, e.confirm_reason, e.credited_minutes, e.version""";
    private static final String TABLES = "enrolment e join volunteer v on v.id = e.volunteer_id";
    private static final Listing<ActivityEnrolment> LIST =
            new Listing<>(COLUMNS, TABLES, "e.id", Enrolments::row, ActivityEnrolment::uuid);
    private static final Sort<ActivityEnrolment> BY_TIME =
            new Sort<>("e.enrolled_at", Sort.Kind.INSTANT, ActivityEnrolment::enrolledAt, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    Enrolments(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return EnrolmentId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, VolunteerSight.of(viewer)).cast(Node.class);
    }

    Flux<ActivityEnrolment> all(Collection<UUID> ids, VolunteerSight sight) {
        return select(sight.belongings("e.grid_key").and("e.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    Mono<ActivityEnrolment> find(EnrolmentId id, VolunteerSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    Mono<Connection<ActivityEnrolment>> page(EnrolmentFilter filter, VolunteerSight sight, PageRequest page) {
        return pages.page(LIST, filter.limit(sight.belongings("e.grid_key")), BY_TIME, page);
    }

    /// The viewer's own, of each activity the one that holds.
    Flux<ActivityEnrolment> own(Collection<UUID> activities, Viewer viewer) {
        return select(VolunteerSight.own(viewer)
                .belongings("e.grid_key")
                .and("e.activity_id = any(:activities)", "activities", Batch.ids(activities))
                .and("e.status <> 'WITHDRAWN'"));
    }

    /// Those of an activity in a state, in the order in which they came.
    Flux<ActivityEnrolment> of(Activity activity, EnrolmentStatus status) {
        var where = new Conditions()
                .and("e.activity_id = :activity", "activity", activity.uuid())
                .and("e.status = :status", "status", status.name());
        return where.bind(database.sql(
                        "select " + COLUMNS + "\nfrom " + TABLES + where.sql() + "\norder by e.enrolled_at, e.id"))
                .map(Enrolments::row)
                .all();
    }

    /// Empty when the volunteer takes part already.
    Mono<UUID> insert(Activity activity, VolunteerId volunteer, EnrolmentStatus status, Instant now) {
        return database.sql("""
                        insert into enrolment (activity_id, volunteer_id, grid_key, status, enrolled_at)
                        values (:activity, :volunteer, :gridKey, :status, :now)
                        on conflict do nothing
                        returning id""")
                .bind("activity", activity.uuid())
                .bind("volunteer", volunteer.value())
                .bind("gridKey", activity.gridKey().path())
                .bind("status", status.name())
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// Gives places to those who wait longest, so many; who of them can be told, as commands name them.
    Flux<String> moveUp(Activity activity, int places) {
        return database.sql("""
                        with moved as (
                          update enrolment
                          set status = 'ENROLLED', version = version + 1
                          where id in (select id from enrolment where activity_id = :activity and status = 'WAITING'
                                       order by enrolled_at, id limit :places)
                          returning volunteer_id
                        )
                        select coalesce(v.actor, 'resident:' || v.resident_id, 'member:' || v.member_id) as actor
                        from moved join volunteer v on v.id = moved.volunteer_id
                        where num_nonnulls(v.actor, v.resident_id, v.member_id) > 0""")
                .bind("activity", activity.uuid())
                .bind("places", places)
                .map(row -> Rows.text(row, "actor"))
                .all();
    }

    /// False when it is not at the version any more.
    Mono<Boolean> withdraw(ActivityEnrolment enrolment) {
        return database.sql("""
                        update enrolment
                        set status = 'WITHDRAWN', version = version + 1
                        where id = :id and version = :version""")
                .bind("id", enrolment.uuid())
                .bind("version", enrolment.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when it is not at the version any more.
    Mono<Boolean> checkIn(ActivityEnrolment enrolment, Instant at) {
        return database.sql("""
                        update enrolment
                        set status = 'PRESENT', checked_in_at = :at, version = version + 1
                        where id = :id and version = :version""")
                .bind("at", at)
                .bind("id", enrolment.uuid())
                .bind("version", enrolment.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when it is not at the version any more.
    Mono<Boolean> checkOut(ActivityEnrolment enrolment, Departure departure) {
        return database.sql("""
                        update enrolment
                        set status = 'LEFT', checked_out_at = :at, travel_minutes = :travel, confirmed_by = :confirmedBy,
                            confirm_reason = :reason, version = version + 1
                        where id = :id and version = :version""")
                .bind("at", departure.at())
                .bind("travel", departure.travelMinutes())
                .bind("confirmedBy", Rows.orNull(departure.confirmedBy(), String.class))
                .bind("reason", Rows.orNull(departure.reason(), String.class))
                .bind("id", enrolment.uuid())
                .bind("version", enrolment.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Flux<ActivityEnrolment> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom " + TABLES + where.sql()))
                .map(Enrolments::row)
                .all();
    }

    static ActivityEnrolment row(Readable row) {
        return new ActivityEnrolment(
                new EnrolmentId(Rows.uuid(row, "id")),
                new ActivityId(Rows.uuid(row, "activity_id")),
                new VolunteerId(Rows.uuid(row, "volunteer_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.constant(row, "status", EnrolmentStatus.class),
                Rows.get(row, "enrolled_at", Instant.class),
                row.get("checked_in_at", Instant.class),
                row.get("checked_out_at", Instant.class),
                Rows.number(row, "travel_minutes"),
                row.get("confirm_reason", String.class),
                row.get("credited_minutes", Integer.class),
                Rows.number(row, "version"));
    }
}
