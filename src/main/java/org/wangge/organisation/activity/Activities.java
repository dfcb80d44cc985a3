package org.wangge.organisation.activity;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.organisation.SocialOrganisationId;
import org.wangge.organisation.volunteer.VolunteerTeamId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The activities in the database. They are public.
@Component
public class Activities implements NodeSource {
    private static final String COLUMNS = """
            a.id, a.grid_id, a.grid_key, a.title, a.description, a.kind, a.organisation_id, a.team_id, a.place, a.starts_at,
            a.ends_at, a.capacity, a.taken_count, a.waiting_count, a.status, a.code, a.person_times, a.cancel_reason,
            a.version""";
    private static final Listing<Activity> LIST =
            new Listing<>(COLUMNS, "activity a", "a.id", Activities::row, Activity::uuid);
    private static final Sort<Activity> NEWEST =
            new Sort<>("a.starts_at", Sort.Kind.INSTANT, Activity::startsAt, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Activities(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ActivityId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    public Flux<Activity> all(Collection<UUID> ids) {
        return select(new Conditions().and("a.id = any(:ids)", "ids", Batch.ids(ids)), "");
    }

    public Mono<Activity> find(ActivityId id) {
        return all(List.of(id.value())).next();
    }

    /// The activity; whoever else changes it or who takes part in it waits for the caller's transaction.
    Mono<Activity> held(ActivityId id) {
        return select(new Conditions().and("a.id = :id", "id", id.value()), "\nfor update")
                .next();
    }

    Mono<Connection<Activity>> page(ActivityFilter filter, Scope area, PageRequest page) {
        return pages.page(LIST, filter.limit(area.limit("a.grid_key")), NEWEST, page);
    }

    Mono<UUID> insert(HoldActivityInput input, Grid grid, String code, String actor, Instant now) {
        var organisation = input.organisationId();
        var team = input.teamId();
        return database.sql("""
                        insert into activity (grid_id, grid_key, title, description, kind, organisation_id, team_id, place,
                                              starts_at, ends_at, capacity, code, held_by, held_at)
                        values (:grid, :gridKey, :title, :description, :kind, :organisation, :team, :place, :startsAt, :endsAt,
                                :capacity, :code, :actor, :now)
                        returning id""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("title", input.title().strip())
                .bind("description", input.description().strip())
                .bind("kind", input.kind().name())
                .bind("organisation", Rows.orNull(organisation == null ? null : organisation.value(), UUID.class))
                .bind("team", Rows.orNull(team == null ? null : team.value(), UUID.class))
                .bind("place", Rows.orNull(input.place(), String.class))
                .bind("startsAt", input.startsAt())
                .bind("endsAt", input.endsAt())
                .bind("capacity", input.capacity())
                .bind("code", code)
                .bind("actor", actor)
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// Of one that is held: it comes to another state, and to the next version.
    Mono<Long> become(Activity activity, ActivityStatus status, @Nullable String reason) {
        return database.sql("""
                        update activity
                        set status = :status, cancel_reason = :reason, version = version + 1
                        where id = :id""")
                .bind("status", status.name())
                .bind("reason", Rows.orNull(reason, String.class))
                .bind("id", activity.uuid())
                .fetch()
                .rowsUpdated();
    }

    /// Of one that is held: another capacity.
    Mono<Long> resize(Activity activity, int capacity) {
        return database.sql("""
                        update activity
                        set capacity = :capacity, version = version + 1,
                            status = case when taken_count < :capacity then 'OPEN' else 'FULL' end
                        where id = :id""")
                .bind("capacity", capacity)
                .bind("id", activity.uuid())
                .fetch()
                .rowsUpdated();
    }

    /// Counts anew who has a place and who waits, of one that is held and takes enrolments.
    Mono<Long> count(Activity activity) {
        return database.sql("""
                        with counted as (
                          select count(*) filter (where status <> 'WAITING') as taken,
                                 count(*) filter (where status = 'WAITING') as waiting
                          from enrolment where activity_id = :id and status <> 'WITHDRAWN'
                        )
                        update activity
                        set taken_count = counted.taken, waiting_count = counted.waiting,
                            status = case when counted.taken < capacity then 'OPEN' else 'FULL' end
                        from counted where id = :id""").bind("id", activity.uuid()).fetch().rowsUpdated();
    }

    private Flux<Activity> select(Conditions where, String lock) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom activity a" + where.sql() + lock))
                .map(Activities::row)
                .all();
    }

    private static Activity row(Readable row) {
        return new Activity(
                new ActivityId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "title"),
                Rows.text(row, "description"),
                Rows.constant(row, "kind", ActivityKind.class),
                Rows.mapped(row, "organisation_id", UUID.class, SocialOrganisationId::new),
                Rows.mapped(row, "team_id", UUID.class, VolunteerTeamId::new),
                row.get("place", String.class),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                Rows.number(row, "capacity"),
                Rows.number(row, "taken_count"),
                Rows.number(row, "waiting_count"),
                Rows.constant(row, "status", ActivityStatus.class),
                Rows.text(row, "code"),
                Rows.number(row, "person_times"),
                row.get("cancel_reason", String.class),
                Rows.number(row, "version"));
    }
}
