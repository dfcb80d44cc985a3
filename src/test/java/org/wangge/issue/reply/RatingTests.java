package org.wangge.issue.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;

/// Ratings say why, come once for a round, and are taken out by a second person only.
@ReplyTest
class RatingTests {
    private static final String RATING = """
            query($by: IssueLookup!) { issue(by: $by) { version
              rating { score isResolved reasons comment via isExcluded exclusionReason } first: rating(round: 1) { score } } }""";
    private static final String EXCLUDE = """
            mutation($input: ExcludeRatingInput!) { excludeRating(input: $input) {
              issue { rating { isExcluded exclusionReason } }
              refusal { code ... on InputRejected { problems { path code } } ... on StaleVersion { current } } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Desk desk;

    @Autowired
    Ratings ratings;

    @Autowired
    Callbacks callbacks;

    @Test
    void sayWhyWhenTheyAreLow() {
        assertThat(problems(5, null, null)).isNull();
        assertThat(problems(3, null, null)).isNull();
        assertThat(problems(2, null, null)).containsExactly("rating.reasons REQUIRED");
        assertThat(problems(1, List.of(), "  ")).containsExactly("rating.reasons REQUIRED");
        assertThat(problems(2, List.of(RatingReason.TOO_SLOW), null)).isNull();
        assertThat(problems(1, null, "灯还是不亮")).isNull();
        assertThat(problems(0, null, "灯")).containsExactly("rating.score OUT_OF_RANGE");
        assertThat(problems(6, null, "灯")).containsExactly("rating.score OUT_OF_RANGE");
        assertThat(problems(5, null, "灯".repeat(501))).containsExactly("rating.comment TOO_LONG");
    }

    @Test
    void comeOnceForARound() {
        var reported = desk.report();
        Awaited.the(add(reported, 2, false));

        assertThat(Desk.problems(add(reported, 5, true))).containsExactly("rating.score DUPLICATE");
        desk.change(reported, "round = 2");
        Awaited.the(add(reported, 5, true));
        var answer = graph.ask(RATING, by(reported));
        assertThat(answer.number("issue.rating.score")).isEqualTo(5);
        assertThat(answer.number("issue.first.score")).isEqualTo(2);
    }

    @Test
    void tellTheirCommentToTheStaffAndTheReporterOnly() {
        var reported = desk.report(graph.as(TownAccount.LI_NA), Map.of());
        Awaited.the(ratings.add(
                desk.issue(reported),
                new RatingInput(2, false, List.of(RatingReason.NOT_SOLVED), "灯还是不亮"),
                RatingVia.CALLBACK,
                "member:1",
                Desk.NOW));

        assertThat(comment(graph.as(TownAccount.INTAKE), reported)).isEqualTo("灯还是不亮");
        assertThat(comment(graph.as(TownAccount.LI_NA), reported)).isEqualTo("灯还是不亮");
        assertThat(graph.anonymous()
                        .ask(RATING, Map.of("by", Map.of("trackingCode", reported.trackingCode())))
                        .text("issue.rating.comment"))
                .isEqualTo("灯还是不亮");
        var others = graph.as(TownAccount.NEWCOMER).ask(RATING, by(reported));
        assertThat(others.number("issue.rating.score")).isEqualTo(2);
        assertThat(others.isNull("issue.rating.comment")).isTrue();
    }

    @Test
    void areTakenOutByASecondPersonAtTheAnalysisPost() {
        var reported = desk.report(graph.as(TownAccount.LI_NA), Map.of());
        Awaited.the(add(reported, 1, false));

        assertThat(exclude(TownAccount.INTAKE, reported, 1).code()).isEqualTo("NOT_PERMITTED");
        assertThat(exclude(TownAccount.ANALYSIS, reported, 7).number("excludeRating.refusal.current"))
                .isEqualTo(1);
        var done = exclude(TownAccount.ANALYSIS, reported, 1);
        assertThat(done.get("excludeRating.issue.rating.isExcluded", Boolean.class))
                .isTrue();
        assertThat(done.text("excludeRating.issue.rating.exclusionReason")).isEqualTo("评的是另一件事");
        assertThat(exclude(TownAccount.ANALYSIS, reported, 1).text("excludeRating.refusal.problems[0].code"))
                .isEqualTo("UNKNOWN");
        assertThat(graph.as(TownAccount.NEWCOMER).ask(RATING, by(reported)).isNull("issue.rating.exclusionReason"))
                .isTrue();
    }

    @Test
    void areNotTakenOutByWhoeverHadToDoWithTheRound() {
        var own = desk.report(graph.as(TownAccount.ANALYSIS), Map.of());
        Awaited.the(add(own, 1, false));
        var moved = desk.report(graph.as(TownAccount.LI_NA), Map.of());
        Awaited.the(add(moved, 1, false));
        timeline(moved, 2, "VERIFY");
        var evaluated = desk.report(graph.as(TownAccount.LI_NA), Map.of());
        Awaited.the(add(evaluated, 1, false));
        timeline(evaluated, 2, "EVALUATE");

        assertThat(exclude(TownAccount.ANALYSIS, own, 1).text("excludeRating.refusal.problems[0].code"))
                .isEqualTo("SECOND_PERSON");
        assertThat(exclude(TownAccount.ANALYSIS, moved, 1).text("excludeRating.refusal.problems[0].code"))
                .isEqualTo("SECOND_PERSON");
        assertThat(exclude(TownAccount.ANALYSIS, evaluated, 1)
                        .get("excludeRating.issue.rating.isExcluded", Boolean.class))
                .isTrue();
    }

    @Test
    void callbacksAreTriedThreeTimesOnDifferentDays() {
        var reported = desk.report();
        var day = Duration.ofDays(1);
        assertThat(call(reported, CallbackOutcome.NO_ANSWER, Duration.ZERO)).isNull();
        assertThat(call(reported, CallbackOutcome.SATISFIED, Duration.ofHours(3)))
                .containsExactly("callback.outcome TOO_OFTEN");
        assertThat(call(reported, CallbackOutcome.WRONG_NUMBER, day)).isNull();
        assertThat(call(reported, CallbackOutcome.NO_ANSWER, day.multipliedBy(2)))
                .isNull();
        assertThat(call(reported, CallbackOutcome.SATISFIED, day.multipliedBy(3)))
                .containsExactly("callback.outcome TOO_OFTEN");

        var seen = "query($by: IssueLookup!) { issue(by: $by) { callbacks { no outcome isReached } } }";
        assertThat(graph.ask(seen, by(reported)).list("issue.callbacks[*].no", Integer.class))
                .containsExactly(1, 2, 3);
        assertThat(graph.as(TownAccount.NEWCOMER).ask(seen, by(reported)).list("issue.callbacks", Object.class))
                .isEmpty();
    }

    @Test
    void callbacksEndWhenSomebodyWasReached() {
        var reported = desk.report();
        assertThat(call(reported, CallbackOutcome.DECLINED, Duration.ZERO)).isNull();

        assertThat(call(reported, CallbackOutcome.SATISFIED, Duration.ofDays(1)))
                .containsExactly("callback.outcome TOO_OFTEN");
    }

    private @Nullable List<String> problems(int score, @Nullable List<RatingReason> reasons, @Nullable String comment) {
        return Desk.problems(reactor.core.publisher.Mono.fromRunnable(
                () -> ratings.check(new RatingInput(score, true, reasons, comment), "rating")));
    }

    private reactor.core.publisher.Mono<Rating> add(Desk.Reported reported, int score, boolean isResolved) {
        var input = new RatingInput(score, isResolved, List.of(RatingReason.OTHER), null);
        return ratings.add(desk.issue(reported), input, RatingVia.REPORTER, "account:rater", Desk.NOW);
    }

    private @Nullable List<String> call(Desk.Reported reported, CallbackOutcome outcome, Duration later) {
        return Desk.problems(callbacks.add(
                desk.issue(reported), new CallbackInput(outcome, null), "member:1", Desk.NOW.plus(later)));
    }

    private void timeline(Desk.Reported reported, int seq, String move) {
        TestPostgres.execute(
                graph.database(),
                "insert into issue_timeline (issue_id, seq, move, to_status, actor, at, round, acted_as) values ('"
                        + reported.uuid() + "', " + seq + ", '" + move + "', 'CLOSED', '"
                        + TownAccount.ANALYSIS.actor() + "', now(), 1, 'SUPERVISION')");
    }

    private static String comment(Graph graph, Desk.Reported reported) {
        return graph.ask(RATING, by(reported)).text("issue.rating.comment");
    }

    private Answer exclude(TownAccount account, Desk.Reported reported, int version) {
        return graph.as(account)
                .ask(
                        EXCLUDE,
                        Map.of(
                                "input",
                                Map.of(
                                        "key",
                                        UUID.randomUUID().toString(),
                                        "issueId",
                                        reported.id(),
                                        "round",
                                        1,
                                        "expectedVersion",
                                        version,
                                        "reason",
                                        "评的是另一件事")));
    }

    private static Map<String, Object> by(Desk.Reported reported) {
        return Map.of("by", Map.of("id", reported.id()));
    }
}
