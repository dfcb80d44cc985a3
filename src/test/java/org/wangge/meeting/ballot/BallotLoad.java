package org.wangge.meeting.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Tokens;
import org.wangge.grid.Scope;
import org.wangge.meeting.MeetingSight;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.RunningWangge;
import tools.jackson.databind.json.JsonMapper;

/// 5,000 votes by 1,000 voters, each five times and for something else, at once on two nodes: each is
/// counted once, and the count is that of the votes. Prints how long it took.
/// `mvn test -Dtest=BallotLoad -Dwangge.load=true`
@ApiTest
@TestPropertySource(properties = {"test.town=ballots", "wangge.clock.scan=1h", "wangge.access.access-token=60m"})
@EnabledIfSystemProperty(named = "wangge.load", matches = "true")
class BallotLoad {
    private static final int VOTERS = 1_000;
    private static final int REPEATS = 5;
    private static final int AT_ONCE = 64;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CAST =
            "mutation($input: CastVoteInput!) { castVote(input: $input) { replayed refusal { code } } }";

    @Autowired
    Graph graph;

    @Autowired
    Tokens tokens;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotTimer timer;

    private record Vote(String url, String token, int option) {}

    @Test
    void countsEachVoterOnceOnTwoNodes(@TempDir Path folder) throws Exception {
        var other = RunningWangge.node(folder, graph.database(), "--wangge.access.access-token=60m")
                .untilReady();
        try (var electors = new Electors(graph.database(), VOTERS)) {
            var votes = votes(electors, List.of(graph.url(), other.http() + "/graphql"));
            var taken = new AtomicIntegerArray(3);
            var from = Instant.now();

            var refused = together(votes, electors, taken);

            System.out.printf(
                    "%d votes by %d voters on two nodes in %s: %d counted, %d refused%n",
                    votes.size(),
                    VOTERS,
                    Duration.between(from, Instant.now()),
                    taken.get(0) + taken.get(1) + taken.get(2),
                    refused);
            electors.ends();
            Awaited.the(timer.closeDue().thenReturn(true));
            var count = Objects.requireNonNull(
                    Awaited.the(ballots.find(electors.ballot(), MeetingSight.of(Scope.everywhere())))
                            .count());
            assertThat(refused).isEqualTo(VOTERS * (REPEATS - 1));
            assertThat(electors.voters()).isEqualTo(VOTERS);
            assertThat(electors.events()).isEqualTo(VOTERS);
            assertThat(electors.rows()).containsExactly(taken.get(0), taken.get(1), taken.get(2));
            assertThat(count.tallies()).isEqualTo(electors.rows());
        } finally {
            other.stop();
        }
    }

    private List<Vote> votes(Electors electors, List<String> nodes) {
        var votes = new ArrayList<Vote>();
        for (var person : electors.people()) {
            var token = Awaited.the(tokens.issue(person, person)).text();
            for (int i = 0; i < REPEATS; i++) {
                votes.add(new Vote(nodes.get(i % nodes.size()), token, 1 + i % 3));
            }
        }
        Collections.shuffle(votes, new Random(7));
        return votes;
    }

    /// How many were told that they had voted before.
    private int together(List<Vote> votes, Electors electors, AtomicIntegerArray taken) throws Exception {
        var turns = new Semaphore(AT_ONCE);
        var refused = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = votes.stream()
                    .map(vote -> threads.submit(() -> {
                        turns.acquire();
                        try {
                            var code = code(vote, electors.ballot());
                            if (code == null) {
                                taken.incrementAndGet(vote.option() - 1);
                            } else {
                                assertThat(code).isEqualTo("ALREADY_VOTED");
                                refused.incrementAndGet();
                            }
                        } finally {
                            turns.release();
                        }
                        return true;
                    }))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
        return refused.get();
    }

    private static @Nullable String code(Vote vote, BallotId ballot) throws Exception {
        var input =
                Map.of("key", UUID.randomUUID().toString(), "ballotId", ballot.toString(), "optionNo", vote.option());
        var body = JSON.writeValueAsString(Map.of("query", CAST, "variables", Map.of("input", input)));
        var request = HttpRequest.newBuilder(URI.create(vote.url()))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + vote.token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        var done = answer.at("/data/castVote");
        assertThat(done.isObject()).as(answer.toString()).isTrue();
        return done.at("/refusal").isNull() ? null : done.at("/refusal/code").asString();
    }
}
