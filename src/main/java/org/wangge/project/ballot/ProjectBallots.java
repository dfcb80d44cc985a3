package org.wangge.project.ballot;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.wangge.project.ProjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The ballots in the database. A vote is counted and not kept: who chose what cannot be read from any table.
@Component
class ProjectBallots implements NodeSource {
    private static final String COLUMNS = """
            b.id, b.grid_id, b.grid_key, b.title, b.choices, b.opens_at, b.closes_at, b.status, b.voter_count, b.voted_count,
            b.version""";
    private static final Listing<ProjectBallot> LIST =
            new Listing<>(COLUMNS, "project_ballot b", "b.id", ProjectBallots::row, ProjectBallot::uuid);
    private static final Sort<ProjectBallot> NEWEST =
            new Sort<>("b.opens_at", Sort.Kind.INSTANT, ProjectBallot::opensAt, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    ProjectBallots(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ProjectBallotId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return select(new Conditions().and("b.id = any(:ids)", "ids", Batch.ids(ids)), "")
                .cast(Node.class);
    }

    Mono<ProjectBallot> find(ProjectBallotId id) {
        return select(new Conditions().and("b.id = :id", "id", id.value()), "").next();
    }

    /// The ballot; whoever else votes in it or counts it waits for the caller's transaction.
    Mono<ProjectBallot> held(ProjectBallotId id) {
        return select(new Conditions().and("b.id = :id", "id", id.value()), "\nfor update")
                .next();
    }

    Mono<Connection<ProjectBallot>> page(Scope area, PageRequest page) {
        return pages.page(LIST, area.limit("b.grid_key"), NEWEST, page);
    }

    Mono<UUID> insert(OpenProjectBallotInput input, Grid grid, String actor) {
        return database.sql("""
                        with opened as (
                          insert into project_ballot (grid_id, grid_key, title, choices, opens_at, closes_at, voter_count, opened_by)
                          values (:grid, :gridKey, :title, :choices, :opensAt, :closesAt, cardinality(:voters::uuid[]), :actor)
                          returning id
                        ), candidates as (
                          insert into project_candidate (ballot_id, project_id)
                          select o.id, p.id from opened o, unnest(:projects::uuid[]) as p (id)
                        ), voters as (
                          insert into project_voter (ballot_id, resident_id)
                          select o.id, v.id from opened o, unnest(:voters::uuid[]) as v (id)
                        )
                        select id from opened""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("title", input.title().strip())
                .bind("choices", input.choices())
                .bind("opensAt", input.opensAt())
                .bind("closesAt", input.closesAt())
                .bind("voters", input.voters().toArray(UUID[]::new))
                .bind("actor", actor)
                .bind("projects", input.projects().toArray(UUID[]::new))
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// The candidates, those with the most votes first; of those with as many, the one that more want, then the one
    /// that was collected first. Votes are told once the ballot is over.
    Flux<ProjectCandidate> candidates(Collection<UUID> ballots) {
        return database.sql("""
                        select c.ballot_id, c.project_id, case when b.status <> 'OPEN' then c.votes end as votes,
                               c.is_recommended
                        from project_candidate c
                        join project_ballot b on b.id = c.ballot_id
                        join livelihood_project p on p.id = c.project_id
                        where c.ballot_id = any(:ballots)
                        order by c.ballot_id, case when b.status <> 'OPEN' then c.votes end desc, p.supporter_count desc,
                                 p.collected_at, p.id""")
                .bind("ballots", Batch.ids(ballots))
                .map(row -> new ProjectCandidate(
                        new ProjectBallotId(Rows.uuid(row, "ballot_id")),
                        new ProjectId(Rows.uuid(row, "project_id")),
                        row.get("votes", Integer.class),
                        Rows.get(row, "is_recommended", Boolean.class)))
                .all();
    }

    /// Whether the resident may vote in the ballots and has: true when they have, false when they have not; those
    /// in which they may not are left out.
    Flux<Map.Entry<UUID, Boolean>> votes(Collection<UUID> ballots, UUID resident) {
        return database.sql("""
                        select ballot_id, has_voted
                        from project_voter
                        where ballot_id = any(:ballots) and resident_id = :resident""")
                .bind("ballots", Batch.ids(ballots))
                .bind("resident", resident)
                .map(row -> Map.entry(Rows.uuid(row, "ballot_id"), Rows.get(row, "has_voted", Boolean.class)))
                .all();
    }

    /// Counts a vote of somebody who has none yet, in a ballot that is held. How many of the projects can be
    /// chosen is told: all of them, or the transaction has to end.
    Mono<Long> vote(ProjectBallot ballot, UUID resident, UUID[] projects) {
        return database.sql("""
                        with voted as (
                          update project_voter set has_voted = true where ballot_id = :ballot and resident_id = :resident
                        ), counted as (
                          update project_ballot set voted_count = voted_count + 1, version = version + 1 where id = :ballot
                        )
                        update project_candidate set votes = votes + 1
                        where ballot_id = :ballot and project_id = any(:projects)""")
                .bind("ballot", ballot.uuid())
                .bind("resident", resident)
                .bind("projects", projects)
                .fetch()
                .rowsUpdated();
    }

    /// Ends a ballot that is held.
    Mono<Long> close(ProjectBallot ballot, BallotStatus status) {
        return database.sql("""
                        update project_ballot
                        set status = :status, version = version + 1
                        where id = :id""")
                .bind("status", status.name())
                .bind("id", ballot.uuid())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> recommend(ProjectBallot ballot, List<UUID> projects) {
        return database.sql("""
                        update project_candidate
                        set is_recommended = true
                        where ballot_id = :ballot and project_id = any(:projects)""")
                .bind("ballot", ballot.uuid())
                .bind("projects", projects.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
    }

    private Flux<ProjectBallot> select(Conditions where, String lock) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom project_ballot b" + where.sql() + lock))
                .map(ProjectBallots::row)
                .all();
    }

    private static ProjectBallot row(Readable row) {
        return new ProjectBallot(
                new ProjectBallotId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "title"),
                Rows.number(row, "choices"),
                Rows.get(row, "opens_at", Instant.class),
                Rows.get(row, "closes_at", Instant.class),
                Rows.constant(row, "status", BallotStatus.class),
                Rows.number(row, "voter_count"),
                Rows.number(row, "voted_count"),
                Rows.number(row, "version"));
    }
}
