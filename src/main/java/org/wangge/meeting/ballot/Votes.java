package org.wangge.meeting.ballot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellColumn;
import org.wangge.access.personal.CellColumns;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.meeting.SeatPerson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The votes in the database, one of each voter. What a secret one is for stands sealed beside the voter
/// until it is counted, under keys that are not in the database, and nowhere afterwards.
@Component
class Votes implements CellColumns {
    private static final String PAPER = "vote.paper";

    private final DatabaseClient database;
    private final Keyrings keyrings;

    Votes(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    @Override
    public List<CellColumn> columns() {
        return List.of(new CellColumn(PAPER, "vote", "id", "paper", null));
    }

    /// False when this voter has voted.
    Mono<Boolean> insert(Ballot ballot, UUID voter, int option) {
        return ballot.isSecret()
                ? keyrings.current().flatMap(keyring -> sealed(ballot, voter, option, keyring))
                : open(ballot, voter, option);
    }

    private Mono<Boolean> open(Ballot ballot, UUID voter, int option) {
        return database.sql("""
                        insert into vote (ballot_id, voter, option_no)
                        values (:ballot, :voter, :option)
                        on conflict (ballot_id, voter) do nothing""")
                .bind("ballot", ballot.id().value())
                .bind("voter", voter)
                .bind("option", option)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Boolean> sealed(Ballot ballot, UUID voter, int option, Keyring keyring) {
        var id = UUID.randomUUID();
        return database.sql("""
                        insert into vote (id, ballot_id, voter, paper)
                        values (:id, :ballot, :voter, :paper)
                        on conflict (ballot_id, voter) do nothing""")
                .bind("id", id)
                .bind("ballot", ballot.id().value())
                .bind("voter", voter)
                .bind("paper", keyring.seal(written(option), new CellPlace(PAPER, id)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// All papers are as long as each other.
    private static String written(int option) {
        return "%02d".formatted(option);
    }

    /// The votes of each option, in their order.
    Mono<List<Integer>> count(Ballot ballot) {
        return (ballot.isSecret() ? opened(ballot) : options(ballot))
                .collectList()
                .map(options -> {
                    var tallies =
                            new ArrayList<>(Collections.nCopies(ballot.options().size(), 0));
                    options.forEach(option -> tallies.set(option - 1, tallies.get(option - 1) + 1));
                    return tallies;
                });
    }

    private Flux<Integer> options(Ballot ballot) {
        return database.sql("select option_no from vote where ballot_id = :ballot")
                .bind("ballot", ballot.id().value())
                .map(row -> Rows.number(row, "option_no"))
                .all();
    }

    private Flux<Integer> opened(Ballot ballot) {
        return keyrings.current()
                .flatMapMany(keyring -> database.sql("""
                        select id, paper
                        from vote
                        where ballot_id = :ballot""")
                        .bind("ballot", ballot.id().value())
                        .map(row -> Integer.valueOf(keyring.open(
                                Rows.get(row, "paper", byte[].class), new CellPlace(PAPER, Rows.uuid(row, "id")))))
                        .all());
    }

    /// The papers of a ballot that was counted are taken away.
    Mono<Void> shred(Ballot ballot) {
        return database.sql("update vote set paper = null where ballot_id = :ballot and paper is not null")
                .bind("ballot", ballot.id().value())
                .then();
    }

    /// How many voted for an option; all together where the ballot is secret, with the option 0.
    record Tally(UUID ballot, int option, int votes) {}

    Flux<Tally> tallies(Collection<UUID> ballots) {
        return database.sql("""
                        select ballot_id, coalesce(option_no, 0) as option_no, count(*)::int as votes
                        from vote
                        where ballot_id = any(:ballots)
                        group by ballot_id, option_no""")
                .bind("ballots", Batch.ids(ballots))
                .map(row -> new Tally(
                        Rows.uuid(row, "ballot_id"), Rows.number(row, "option_no"), Rows.number(row, "votes")))
                .all();
    }

    /// The ballots in which somebody voted, or their household did.
    Flux<UUID> votedIn(Collection<UUID> ballots, SeatPerson person) {
        return database.sql("""
                        select v.ballot_id
                        from vote v join ballot b on b.id = v.ballot_id
                        where v.ballot_id = any(:ballots) and v.voter = case b.vote_by
                          when 'PERSON' then coalesce(:member::uuid, :resident::uuid)
                          else (select household_id from resident where id = :resident::uuid) end""")
                .bind("ballots", Batch.ids(ballots))
                .bind("member", Rows.orNull(person.memberUuid(), UUID.class))
                .bind("resident", Rows.orNull(person.residentUuid(), UUID.class))
                .map(row -> Rows.uuid(row, "ballot_id"))
                .all();
    }
}
