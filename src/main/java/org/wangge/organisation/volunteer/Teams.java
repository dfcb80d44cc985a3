package org.wangge.organisation.volunteer;

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
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.organisation.SocialOrganisationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The teams in the database. They are public; who is in them is not.
@Component
public class Teams implements NodeSource {
    private static final String COLUMNS = """
            t.id, t.grid_id, t.grid_key, t.name, t.organisation_id, t.volunteer_count, t.formed_at, t.disbanded_at,
            t.version""";
    private static final Listing<VolunteerTeam> LIST =
            new Listing<>(COLUMNS, "volunteer_team t", "t.id", Teams::row, VolunteerTeam::uuid);
    private static final Sort<VolunteerTeam> BY_NAME =
            new Sort<>("t.name collate \"zh-x-icu\"", Sort.Kind.TEXT, VolunteerTeam::name, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    Teams(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return VolunteerTeamId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    public Flux<VolunteerTeam> all(Collection<UUID> ids) {
        var where = new Conditions().and("t.id = any(:ids)", "ids", Batch.ids(ids));
        return where.bind(database.sql("select " + COLUMNS + "\nfrom volunteer_team t" + where.sql()))
                .map(Teams::row)
                .all();
    }

    public Mono<VolunteerTeam> find(VolunteerTeamId id) {
        return all(List.of(id.value())).next();
    }

    Mono<Connection<VolunteerTeam>> page(TeamFilter filter, Scope area, PageRequest page) {
        var where = area.limit("t.grid_key");
        if (filter.organisationId() != null) {
            where.and(
                    "t.organisation_id = :organisation",
                    "organisation",
                    filter.organisationId().value());
        }
        if (filter.isActive() != null) {
            where.and(filter.isActive() ? "t.disbanded_at is null" : "t.disbanded_at is not null");
        }
        return pages.page(LIST, where, BY_NAME, page);
    }

    Mono<UUID> insert(FormTeamInput input, Grid grid, Instant now) {
        var organisation = input.organisationId();
        return database.sql("""
                        insert into volunteer_team (grid_id, grid_key, name, organisation_id, formed_at)
                        values (:grid, :gridKey, :name, :organisation, :now)
                        returning id""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("name", input.name().strip())
                .bind("organisation", Rows.orNull(organisation == null ? null : organisation.value(), UUID.class))
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// False when they are in it already.
    Mono<Boolean> join(VolunteerTeamId team, VolunteerId volunteer, Instant now) {
        return database.sql("""
                        with joined as (
                          insert into team_volunteer (team_id, volunteer_id, joined_at)
                          values (:team, :volunteer, :now)
                          on conflict do nothing
                          returning team_id
                        )
                        update volunteer_team t set volunteer_count = t.volunteer_count + 1, version = t.version + 1
                        from joined where t.id = joined.team_id""")
                .bind("team", team.value())
                .bind("volunteer", volunteer.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when they are not in it.
    Mono<Boolean> leave(VolunteerTeamId team, VolunteerId volunteer, Instant now) {
        return database.sql("""
                        with gone as (
                          update team_volunteer set left_at = :now
                          where team_id = :team and volunteer_id = :volunteer and left_at is null
                          returning team_id
                        )
                        update volunteer_team t set volunteer_count = t.volunteer_count - 1, version = t.version + 1
                        from gone where t.id = gone.team_id""")
                .bind("now", now)
                .bind("team", team.value())
                .bind("volunteer", volunteer.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when it is not at the version any more.
    Mono<Boolean> disband(DisbandTeamInput input, Instant now) {
        return database.sql("""
                        update volunteer_team
                        set disbanded_at = :now, version = version + 1
                        where id = :id and version = :version and disbanded_at is null""")
                .bind("now", now)
                .bind("id", input.teamId().value())
                .bind("version", input.expectedVersion())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static VolunteerTeam row(Readable row) {
        return new VolunteerTeam(
                new VolunteerTeamId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "name"),
                Rows.mapped(row, "organisation_id", UUID.class, SocialOrganisationId::new),
                Rows.number(row, "volunteer_count"),
                Rows.get(row, "formed_at", Instant.class),
                row.get("disbanded_at", Instant.class),
                Rows.number(row, "version"));
    }
}
