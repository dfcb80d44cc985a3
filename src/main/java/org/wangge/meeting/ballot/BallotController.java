package org.wangge.meeting.ballot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.SeatPerson;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Ballots in the graph, and how they stand: what a secret one comes to is told once it is counted.
@Controller
class BallotController {
    private final Ballots ballots;
    private final Votes votes;

    BallotController(Ballots ballots, Votes votes) {
        this.ballots = ballots;
        this.votes = votes;
    }

    @QueryMapping
    Mono<Ballot> ballot(@Argument BallotId id, @ContextValue Viewer viewer) {
        return ballots.find(id, MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @BatchMapping
    Mono<Map<Ballot, List<OptionTally>>> tallies(List<Ballot> ballots) {
        return counted(ballots)
                .map(counted -> Batch.values(
                        ballots,
                        ballot ->
                                tallies(ballot, counted.getOrDefault(ballot.id().value(), Map.of()))));
    }

    @BatchMapping
    Mono<Map<Ballot, Integer>> votedCount(List<Ballot> ballots) {
        return counted(ballots)
                .map(counted -> Batch.values(
                        ballots,
                        ballot -> counted.getOrDefault(ballot.id().value(), Map.of()).values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
    }

    @BatchMapping
    Mono<Map<Ballot, Boolean>> hasVoted(List<Ballot> ballots, @ContextValue Viewer viewer) {
        var person = SeatPerson.of(viewer);
        if (person == null) {
            return Mono.just(Batch.values(ballots, ballot -> false));
        }
        return votes.votedIn(ids(ballots), person)
                .collectList()
                .map(voted -> Batch.values(
                        ballots, ballot -> voted.contains(ballot.id().value())));
    }

    private Mono<Map<UUID, Map<Integer, Integer>>> counted(List<Ballot> ballots) {
        return votes.tallies(ids(ballots))
                .collect(groupingBy(Votes.Tally::ballot, toMap(Votes.Tally::option, Votes.Tally::votes)));
    }

    private static List<OptionTally> tallies(Ballot ballot, Map<Integer, Integer> counted) {
        return IntStream.rangeClosed(1, ballot.options().size())
                .mapToObj(no -> new OptionTally(no, ballot.options().get(no - 1), votesFor(ballot, no, counted)))
                .toList();
    }

    private static @Nullable Integer votesFor(Ballot ballot, int no, Map<Integer, Integer> counted) {
        if (ballot.count() != null) {
            return ballot.count().tallies().get(no - 1);
        }
        return ballot.isSecret() ? null : counted.getOrDefault(no, 0);
    }

    private static List<UUID> ids(List<Ballot> ballots) {
        return ballots.stream().map(one -> one.id().value()).toList();
    }
}
