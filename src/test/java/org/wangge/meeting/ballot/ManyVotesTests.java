package org.wangge.meeting.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.grid.Scope;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.Refused;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Many vote at once, each several times and for something else: each is counted once. The full number on
/// two nodes is the [BallotLoad].
@ApiTest
class ManyVotesTests {
    private static final int VOTERS = 100;
    private static final int REPEATS = 5;
    private static final int AT_ONCE = 32;

    @Autowired
    Graph graph;

    @Autowired
    VoteService voting;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotTimer timer;

    @Test
    void eachVoterIsCountedOnce() {
        try (var electors = new Electors(graph.database(), VOTERS)) {
            var taken = new AtomicIntegerArray(3);
            var votes = new ArrayList<CastVote>();
            for (var person : electors.people()) {
                for (int i = 0; i < REPEATS; i++) {
                    votes.add(new CastVote(person, 1 + i % 3));
                }
            }
            Collections.shuffle(votes, new Random(7));

            var accepted = Awaited.the(
                    Flux.fromIterable(votes)
                            .flatMap(vote -> cast(electors.ballot(), vote, taken), AT_ONCE)
                            .filter(done -> done)
                            .count(),
                    Duration.ofMinutes(1));
            electors.ends();
            Awaited.the(timer.closeDue().thenReturn(true));

            var count = Objects.requireNonNull(
                    Awaited.the(ballots.find(electors.ballot(), MeetingSight.of(Scope.everywhere())))
                            .count());
            assertThat(accepted).isEqualTo(VOTERS);
            assertThat(electors.voters()).isEqualTo(VOTERS);
            assertThat(electors.events()).isEqualTo(VOTERS);
            assertThat(electors.rows()).containsExactly(taken.get(0), taken.get(1), taken.get(2));
            assertThat(count.tallies()).isEqualTo(electors.rows());
            assertThat(count.voted()).isEqualTo(VOTERS);
        }
    }

    private record CastVote(UUID person, int option) {}

    /// Whether it was counted; all others are told that they voted before.
    private Mono<Boolean> cast(BallotId ballot, CastVote vote, AtomicIntegerArray taken) {
        return voting.cast(new CastVoteInput(UUID.randomUUID(), ballot, vote.option()), Electors.viewer(vote.person()))
                .map(done -> {
                    taken.incrementAndGet(vote.option() - 1);
                    return true;
                })
                .onErrorResume(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(new MeetingRefusal.AlreadyVoted("PERSON"));
                    return Mono.just(false);
                });
    }
}
