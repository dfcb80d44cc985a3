package org.wangge.meeting.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.meeting.Deliberation.person;
import static org.wangge.meeting.Deliberation.problems;
import static org.wangge.meeting.Deliberation.refusal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.meeting.Deliberation;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;
import reactor.core.publisher.Mono;

/// Ballots by their three methods, and every rule of them.
@ApiTest
class BallotTests {
    private static final List<TownThing> FOUR =
            List.of(TownPeople.LI, TownHomes.ZHANG_WEI, TownHomes.LI_NA, TownHomes.JI);

    @Autowired
    Graph graph;

    @Autowired
    BallotTimer timer;

    Deliberation li;

    @BeforeEach
    void asTheLeaderOfWillowOne() {
        li = new Deliberation(graph).as(TownAccount.LI);
    }

    @Test
    void showsHandsAsTheyAreRaised() {
        var ballot = inMeeting("SHOW_OF_HANDS", Map.of());

        cast(TownAccount.ZHANG_WEI, ballot, 1);
        cast(TownAccount.LI, ballot, 1);
        var recorded = record(TownHomes.JI, ballot, 2);
        var open = li.ballot("recordVote", vote(ballot, 1, TownHomes.LI_NA));
        var closed = li.ballot("closeBallot", at(ballot));

        assertThat(recorded.texts("done.ballot.tallies[*].voteCount")).containsExactly("2", "1", "0");
        assertThat(open.number("done.ballot.votedCount")).isEqualTo(4);
        assertThat(closed.number("done.ballot.wholeCount")).isEqualTo(4);
        assertThat(closed.number("done.ballot.neededCount")).isEqualTo(3);
        assertThat(closed.number("done.ballot.carriedNo")).isEqualTo(1);
    }

    @Test
    void carriesNothingBelowTheThresholdOfThosePresent() {
        var ballot = inMeeting("SHOW_OF_HANDS", Map.of());

        cast(TownAccount.ZHANG_WEI, ballot, 1);
        cast(TownAccount.LI, ballot, 1);
        var closed = li.ballot("closeBallot", at(ballot));

        assertThat(closed.number("done.ballot.neededCount")).isEqualTo(3);
        assertThat(closed.isNull("done.ballot.carriedNo")).isTrue();
    }

    @Test
    void hidesASecretTallyUntilItIsCounted() {
        var ballot = inMeeting("SECRET", Map.of());

        cast(TownAccount.ZHANG_WEI, ballot, 1);
        var open = cast(TownAccount.LI_NA, ballot, 2);
        var recorded = li.ballot("recordVote", vote(ballot, 1, TownHomes.JI));
        cast(TownAccount.LI, ballot, 1);
        var closed = li.ballot("closeBallot", at(ballot));

        assertThat(open.number("done.ballot.votedCount")).isEqualTo(2);
        assertThat(open.get("done.ballot.hasVoted", Boolean.class)).isTrue();
        assertThat(open.list("done.ballot.tallies[*].voteCount", Integer.class)).containsOnlyNulls();
        assertThat(problems(recorded)).containsExactly("ballotId NOT_ALLOWED");
        assertThat(closed.texts("done.ballot.tallies[*].voteCount")).containsExactly("2", "1", "0");
        assertThat(closed.isNull("done.ballot.carriedNo")).isTrue();
    }

    @Test
    void takesOneVoteOfEachPerson() {
        var ballot = inMeeting("SHOW_OF_HANDS", Map.of());
        var key = UUID.randomUUID().toString();

        var first = zhang().ballot("castVote", with(vote(ballot, 1, null), "key", key));
        var replayed = zhang().ballot("castVote", with(vote(ballot, 1, null), "key", key));
        var reused = zhang().ballot("castVote", with(vote(ballot, 2, null), "key", key));
        var again = zhang().ballot("castVote", vote(ballot, 2, null));

        assertThat(first.number("done.ballot.votedCount")).isEqualTo(1);
        assertThat(replayed.get("done.replayed", Boolean.class)).isTrue();
        assertThat(refusal(reused)).isEqualTo("KEY_REUSED");
        assertThat(again.text("done.refusal.voteBy")).isEqualTo("PERSON");
        assertThat(again.text("done.refusal.message")).isNotBlank();
    }

    @Test
    void takesOneVoteOfEachHousehold() {
        var ballot = inMeeting("SECRET", Map.of("voteBy", "HOUSEHOLD"));

        var first = cast(TownAccount.ZHANG_WEI, ballot, 1);
        var second = cast(TownAccount.LI_NA, ballot, 2);
        var staff = cast(TownAccount.LI, ballot, 1);
        var closed = li.ballot("closeBallot", at(ballot));

        assertThat(first.isNull("done.refusal")).isTrue();
        assertThat(second.text("done.refusal.voteBy")).isEqualTo("HOUSEHOLD");
        assertThat(staff.text("done.refusal.reason")).isEqualTo("NO_HOUSEHOLD");
        assertThat(closed.number("done.ballot.wholeCount")).isEqualTo(2);
        assertThat(closed.number("done.ballot.neededCount")).isEqualTo(2);
    }

    @Test
    void isOnlyForThoseWhoHaveAVote() {
        var council = li.council(Map.of());
        var topic = li.accepted("谁能投票", council);
        li.seated(council, TownPeople.WANG, "OBSERVER");
        var meeting = li.inSession(council, List.of(topic), FOUR);
        li.meeting("recordAttendance", Map.of("meetingId", meeting, "person", person(TownPeople.WANG)));
        var ballot = opened(Map.of("topicId", topic, "meetingId", meeting, "method", "SECRET"));

        assertThat(cast(TownAccount.WANG, ballot, 1).text("done.refusal.reason"))
                .isEqualTo("OBSERVER");
        assertThat(cast(TownAccount.EVERYTHING, ballot, 1).text("done.refusal.reason"))
                .isEqualTo("NOT_A_MEMBER");
        assertThat(problems(cast(TownAccount.OUYANG, ballot, 1))).containsExactly("ballotId UNKNOWN");
        assertThat(problems(cast(TownAccount.LI, ballot, 4))).containsExactly("optionNo OUT_OF_RANGE");
        TestPostgres.execute(
                graph.database(), "delete from meeting_attendance where person = '" + TownHomes.ZHANG_WEI.uuid() + "'");
        assertThat(cast(TownAccount.ZHANG_WEI, ballot, 1).text("done.refusal.reason"))
                .isEqualTo("NOT_PRESENT");
    }

    @Test
    void takesVotesOnlineInItsWindowAndCountsItselfAfterwards() {
        var council = li.council(Map.of());
        var topic = li.accepted("网上表决", council);
        var ballot = opened(Map.of(
                "topicId",
                topic,
                "method",
                "ONLINE",
                "opensAt",
                Instant.now().plusSeconds(3_600).toString()));

        var early = cast(TownAccount.ZHANG_WEI, ballot, 1);
        move(ballot, "-1 hour", "1 hour");
        var taken = cast(TownAccount.ZHANG_WEI, ballot, 1);
        var closing = li.ballot("closeBallot", at(ballot));
        cast(TownAccount.LI, ballot, 1);
        move(ballot, "-2 hours", "-1 second");
        var late = cast(TownAccount.LI_NA, ballot, 1);
        Awaited.the(timer.closeDue().thenReturn(true));
        Awaited.the(timer.closeDue().thenReturn(true));

        assertThat(refusal(early)).isEqualTo("OUTSIDE_WINDOW");
        assertThat(taken.isNull("done.refusal")).isTrue();
        assertThat(refusal(closing)).isEqualTo("OUTSIDE_WINDOW");
        assertThat(refusal(late)).isEqualTo("OUTSIDE_WINDOW");
        var counted = graph.ask(
                "query($id: ID!) { ballot(id: $id) { isOpen isQuorate carriedNo wholeCount version } }",
                Map.of("id", ballot));
        assertThat(counted.get("ballot.isQuorate", Boolean.class)).isFalse();
        assertThat(counted.isNull("ballot.carriedNo")).isTrue();
        assertThat(counted.number("ballot.version")).isEqualTo(2);
        assertThat(problems(li.ballot("closeBallot", at(ballot)))).containsExactly("ballotId ENDED");
    }

    @Test
    void asksResidentsWhoAreOfAgeWhereThereIsNoCouncil() {
        var topic = li.accepted("全体居民表决", null);
        var ballot = opened(Map.of("topicId", topic, "method", "ONLINE", "voteBy", "PERSON"));

        assertThat(cast(TownAccount.LI_NA, ballot, 1).isNull("done.refusal")).isTrue();
        assertThat(cast(TownAccount.LI, ballot, 1).text("done.refusal.reason")).isEqualTo("LIVES_ELSEWHERE");
    }

    @Test
    void isOpenedOnceATimeOnATopicWhereItCanBe() {
        var council = li.council(Map.of());
        var topic = li.accepted("一次一票", council);
        var elsewhere = li.accepted("不在议程上", council);
        var meeting = li.inSession(council, List.of(topic), FOUR);
        opened(Map.of("topicId", topic, "method", "ONLINE"));

        assertThat(problems(open(Map.of("topicId", topic, "method", "ONLINE")))).containsExactly("topicId DUPLICATE");
        assertThat(problems(open(Map.of("topicId", elsewhere, "meetingId", meeting, "method", "SECRET"))))
                .containsExactly("meetingId UNKNOWN");
        assertThat(problems(open(Map.of("topicId", topic, "method", "SECRET")))).containsExactly("meetingId REQUIRED");
        assertThat(problems(open(Map.of("topicId", topic, "method", "ONLINE", "voteBy", "HOUSEHOLD"))))
                .containsExactly("voteBy CONTRADICTS");
        li.meeting("adjournMeeting", li.at(meeting));
        assertThat(open(Map.of("topicId", topic, "meetingId", meeting, "method", "SECRET"))
                        .text("done.refusal.state"))
                .isEqualTo("ADJOURNED");
    }

    @Test
    void keepsVotesAsTheyWereGiven() {
        var ballot = inMeeting("SHOW_OF_HANDS", Map.of());
        cast(TownAccount.LI, ballot, 1);
        var id = GlobalId.decode("ballot", ballot);

        assertThatThrownBy(() -> TestPostgres.execute(
                        graph.database(), "update vote set option_no = 2 where ballot_id = '" + id + "'"))
                .hasStackTraceContaining("a vote stays as it was given");
        assertThatThrownBy(
                        () -> TestPostgres.execute(graph.database(), "delete from vote where ballot_id = '" + id + "'"))
                .hasStackTraceContaining("a vote stays as it was given");
    }

    @Test
    void tellsLiveHowItStands() {
        var ballot = inMeeting("SECRET", Map.of());
        try (var socket = graph.as(TownAccount.ZHANG_WEI)
                .socket()
                .subscribe(
                        "subscription($id: ID!) { ballotTally(id: $id) { cursor ... on BallotTally { ballot {"
                                + " isOpen votedCount tallies { voteCount } } } } }",
                        Map.of("id", ballot))) {
            socket.nextItem();
            cast(TownAccount.LI, ballot, 2);
            var voted = socket.nextItem().toString();
            li.ballot("closeBallot", at(ballot));
            var closed = socket.nextItem().toString();

            assertThat(voted)
                    .contains("votedCount=1")
                    .contains("voteCount=null")
                    .doesNotContain("voteCount=1");
            assertThat(closed).contains("isOpen=false").contains("voteCount=1");
        }
    }

    @Test
    void leadsToItsTopicAndItsMeetingAndBack() {
        var ballot = inMeeting("SECRET", Map.of());

        var walked = graph.ask(
                "query($id: ID!) { ballot(id: $id) { topic { ballots { id } } meeting { ballots { id } } } }",
                Map.of("id", ballot));

        assertThat(walked.texts("ballot.topic.ballots[*].id")).containsExactly(ballot);
        assertThat(walked.texts("ballot.meeting.ballots[*].id")).containsExactly(ballot);
    }

    /// Whoever leads the meeting has it before they go on with its topic.
    @Test
    void isOpenedWithoutKeepingATopicFromWhoeverHasItsMeeting() throws SQLException {
        var council = li.council(Map.of());
        var topic = li.accepted("正在议的事", council);
        var meeting = li.inSession(council, List.of(topic), FOUR);
        CompletableFuture<Answer> opening;
        try (var leader = TestPostgres.connect(graph.database());
                var statement = leader.createStatement()) {
            leader.setAutoCommit(false);
            statement.execute("select from meeting where id = '%s' for no key update"
                    .formatted(GlobalId.decode("meeting", meeting)));
            opening = CompletableFuture.supplyAsync(
                    () -> open(Map.of("topicId", topic, "meetingId", meeting, "method", "SECRET")));
            untilSomebodyWaits();

            statement.execute("select from topic where id = '%s' for no key update nowait"
                    .formatted(GlobalId.decode("topic", topic)));
            leader.rollback();
        }

        assertThat(opening.join().isNull("done.refusal")).isTrue();
    }

    @Test
    void isCountedAlsoWhenAnotherCannotBe() {
        var broken = inMeeting("SECRET", Map.of());
        cast(TownAccount.LI, broken, 1);
        TestPostgres.execute(
                graph.database(),
                "update vote set paper = '\\x00' where ballot_id = '" + GlobalId.decode("ballot", broken) + "'");
        var sound = inMeeting("SECRET", Map.of());
        move(broken, "-2 hours", "-1 hour");
        move(sound, "-2 hours", "-1 minute");

        Awaited.the(timer.closeDue().thenReturn(true));
        move(broken, "-2 hours", "1 year");

        assertThat(graph.ask("query($id: ID!) { ballot(id: $id) { isOpen } }", Map.of("id", sound))
                        .get("ballot.isOpen", Boolean.class))
                .isFalse();
    }

    /// On a topic of a council in session, with four of its five members present.
    private String inMeeting(String method, Map<String, ?> rules) {
        var council = li.council(rules);
        var topic = li.accepted("表决事项", council);
        var meeting = li.inSession(council, List.of(topic), FOUR);
        return opened(Map.of("topicId", topic, "meetingId", meeting, "method", method));
    }

    private String opened(Map<String, ?> input) {
        return open(input).text("done.ballot.id");
    }

    private Answer open(Map<String, ?> input) {
        return li.ballot(
                "openBallot",
                with(input, "closesAt", Instant.now().plusSeconds(86_400).toString()));
    }

    private void untilSomebodyWaits() {
        var waiting = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'";
        Awaited.the(Mono.fromSupplier(() -> Tables.number(graph.database(), waiting))
                .filter(many -> many > 0)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5))));
    }

    private Answer cast(TownAccount account, String ballot, int option) {
        return new Deliberation(graph).as(account).ballot("castVote", vote(ballot, option, null));
    }

    private Answer record(TownThing person, String ballot, int option) {
        return li.ballot("recordVote", vote(ballot, option, person));
    }

    private Deliberation zhang() {
        return new Deliberation(graph).as(TownAccount.ZHANG_WEI);
    }

    private void move(String ballot, String opens, String closes) {
        TestPostgres.execute(
                graph.database(),
                "update ballot set opens_at = now() + interval '%s', closes_at = now() + interval '%s' where id = '%s'"
                        .formatted(opens, closes, GlobalId.decode("ballot", ballot)));
    }

    private Map<String, Object> at(String ballot) {
        var version = graph.ask("query($id: ID!) { ballot(id: $id) { version } }", Map.of("id", ballot))
                .number("ballot.version");
        return Map.of("ballotId", ballot, "expectedVersion", version);
    }

    private static Map<String, Object> vote(String ballot, int option, @Nullable TownThing person) {
        var vote = new HashMap<String, Object>(Map.of("ballotId", ballot, "optionNo", option));
        if (person != null) {
            vote.put("person", person(person));
        }
        return vote;
    }

    private static Map<String, Object> with(Map<String, ?> input, String name, Object value) {
        var all = new HashMap<String, Object>(input);
        all.put(name, value);
        return all;
    }
}
