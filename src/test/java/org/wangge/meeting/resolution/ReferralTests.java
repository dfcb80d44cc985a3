package org.wangge.meeting.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.meeting.Deliberation.problems;
import static org.wangge.meeting.Deliberation.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.meeting.Deliberation;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// An issue is referred to a council in one go, and comes back whatever becomes of it there.
@ApiTest
class ReferralTests {
    @Autowired
    Graph graph;

    @Autowired
    ReturningIssues returning;

    Deliberation li;
    Deliberation commander;

    @BeforeEach
    void withThePeople() {
        li = new Deliberation(graph).as(TownAccount.LI);
        commander = new Deliberation(graph).as(TownAccount.COMMANDER);
    }

    @Test
    void isPutOffAndBroughtUpAtOnce() {
        var issue = asked("DELIBERATION");
        var council = li.founded(Town.WILLOW_ONE, Map.of());

        var referred = refer(commander, issue, council, Map.of());

        var topic = referred.text("done.topic.id");
        assertThat(referred.text("done.topic.status")).isEqualTo("PROPOSED");
        assertThat(referred.text("done.topic.council.id")).isEqualTo(council);
        var there = graph.ask(
                "query($id: ID!) { issue(by: {id: $id}) { status suspension { kind } topics { id source grid { id } } } }",
                Map.of("id", issue));
        assertThat(there.text("issue.status")).isEqualTo("SUSPENDED");
        assertThat(there.text("issue.suspension.kind")).isEqualTo("DELIBERATION");
        assertThat(there.texts("issue.topics[*].id")).containsExactly(topic);
        assertThat(there.text("issue.topics[0].source")).isEqualTo("ISSUE");
        assertThat(there.text("issue.topics[0].grid.id")).isEqualTo(Town.WILLOW_ONE.id());
    }

    @Test
    void isReferredOnlyByWhoDecidesAndOnlyAsAsked() {
        var council = li.founded(Town.WILLOW_ONE, Map.of());
        var issue = asked("DELIBERATION");

        assertThat(refusal(refer(li, issue, council, Map.of()))).isEqualTo("NOT_YOUR_MOVE");
        assertThat(refusal(refer(commander, issue, council, Map.of("expectedVersion", 99))))
                .isEqualTo("STALE_VERSION");
        assertThat(refusal(refer(commander, inHand(), council, Map.of()))).isEqualTo("NOTHING_PENDING");
        assertThat(problems(refer(commander, asked("FUNDING"), council, Map.of())))
                .containsExactly("issueId NOT_ALLOWED");
        assertThat(new Deliberation(graph)
                        .as(TownAccount.HANDLER)
                        .topic("referIssue", referral(issue, council, Map.of()))
                        .code())
                .isEqualTo("NOT_PERMITTED");
        assertThat(topicsOf(issue)).as("nothing half done").isEmpty();
        assertThat(status(issue)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void isReferredToACouncilThatDeliberatesThere() {
        var issue = asked("DELIBERATION");
        var elsewhere = new Deliberation(graph).as(TownAccount.OUYANG).founded(Town.BRIDGE_ONE, Map.of());
        var dissolved = li.founded(Town.WILLOW_ONE, Map.of());
        li.council("dissolveCouncil", Map.of("councilId", dissolved, "expectedVersion", 1, "reason", "任期已满"));

        assertThat(problems(refer(commander, issue, elsewhere, Map.of("title", "灯"))))
                .containsExactly("title TOO_SHORT", "councilId UNKNOWN");
        assertThat(problems(refer(commander, issue, dissolved, Map.of()))).containsExactly("councilId ENDED");
        assertThat(status(issue)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void comesBackWhenNobodyTakesItOn() {
        var issue = asked("DELIBERATION");
        var topic = refer(commander, issue, li.founded(Town.WILLOW_ONE, Map.of()), Map.of())
                .text("done.topic.id");
        returns();
        assertThat(status(issue)).isEqualTo("SUSPENDED");

        li.topic("declineTopic", Map.of("topicId", topic, "expectedVersion", 1, "reason", "属于物业日常维修"));
        returns();

        assertThat(status(issue)).isEqualTo("IN_PROGRESS");
        assertThat(lastNote(issue)).isEqualTo("属于物业日常维修");
    }

    @Test
    void comesBackWhenTheBallotLapsedAndTheMeetingIsOver() {
        var issue = asked("DELIBERATION");
        var council = li.council(Map.of());
        var topic = refer(commander, issue, council, Map.of()).text("done.topic.id");
        li.topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", 1, "councilId", council));
        var meeting = lapsed(council, topic);
        returns();
        assertThat(status(issue)).as("they may vote again").isEqualTo("SUSPENDED");

        li.meeting("adjournMeeting", li.at(meeting));
        var minutes = new HashMap<>(li.at(meeting));
        minutes.put("minutes", "到会人员充分讨论，未达到通过比例。");
        assertThat(li.meeting("closeMeeting", minutes).isNull("done.refusal")).isTrue();
        returns();

        assertThat(status(issue)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void waitsUntilTheStagesThatWereResolvedAreAccepted() {
        var issue = asked("DELIBERATION");
        var topic = refer(commander, issue, li.founded(Town.WILLOW_ONE, Map.of()), Map.of())
                .text("done.topic.id");
        var task = UUID.randomUUID();
        TestPostgres.execute(graph.database(), """
                with resolved as (
                  insert into resolution (grid_id, grid_key, topic_id, result, text, status, adopted_at, public_until)
                  values ('%1$s', '%2$s', '%3$s', 'PASSED', '同意更换全部路灯', 'IMPLEMENTING', now(), now()) returning id)
                insert into resolution_task (id, resolution_id, position, title, description, category_code, grid_id, form)
                select '%4$s', id, 1, '更换路灯', '更换全部路灯', 'STREET_LIGHT', '%1$s', 'PROJECT_STAGE' from resolved""".formatted(
                        Town.WILLOW_ONE.uuid(), Town.WILLOW_ONE.key(), GlobalId.decode("topic", topic), task));
        returns();
        assertThat(status(issue)).isEqualTo("SUSPENDED");

        TestPostgres.execute(
                graph.database(), "update resolution_task set done_at = now() where id = '%s'".formatted(task));
        returns();

        assertThat(status(issue)).isEqualTo("IN_PROGRESS");
        assertThat(lastNote(issue)).isEqualTo("同意更换全部路灯");
    }

    private void returns() {
        Awaited.the(returning.comeBack().thenReturn(true));
    }

    /// A meeting in which nobody voted.
    private String lapsed(String council, String topic) {
        var meeting =
                li.inSession(council, List.of(topic), List.of(TownPeople.LI, TownHomes.ZHANG_WEI, TownHomes.LI_NA));
        var discussed = new HashMap<>(li.at(meeting));
        discussed.putAll(Map.of("topicId", topic, "consensusText", "充分讨论后表决"));
        li.meeting("discussTopic", discussed);
        var ballot = li.ballot(
                        "openBallot",
                        Map.of(
                                "topicId",
                                topic,
                                "meetingId",
                                meeting,
                                "method",
                                "SECRET",
                                "closesAt",
                                Instant.now().plusSeconds(3_600).toString()))
                .text("done.ballot.id");
        assertThat(li.ballot("closeBallot", Map.of("ballotId", ballot, "expectedVersion", 1))
                        .isNull("done.ballot.carriedNo"))
                .isTrue();
        return meeting;
    }

    private Answer refer(Deliberation by, String issue, String council, Map<String, ?> more) {
        return by.topic("referIssue", referral(issue, council, more));
    }

    private Map<String, Object> referral(String issue, String council, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of(
                "issueId",
                issue,
                "expectedVersion",
                version(issue),
                "councilId",
                council,
                "title",
                "更换楼道路灯",
                "background",
                "路灯老化，更换需业主同意",
                "note",
                "提交议事会协商"));
        input.putAll(more);
        return input;
    }

    /// One that somebody has in hand, who asked to put it off.
    private String asked(String kind) {
        var issue = inHand();
        flow(
                "requestSuspension",
                issue,
                Map.of(
                        "kind",
                        kind,
                        "reason",
                        "需要居民共同商量",
                        "reviewOn",
                        LocalDate.now().plusDays(30).toString()));
        return issue;
    }

    private String inHand() {
        var issue = graph.report(Town.EAST_YARD, "NOISE", "楼道路灯全部不亮").text("reportIssue.issue.id");
        flow("selfHandle", issue, Map.of());
        return issue;
    }

    private void flow(String move, String issue, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of("issueId", issue, "expectedVersion", version(issue)));
        input.putAll(more);
        assertThat(li.does(move, "{ refusal { code message } }", input).isNull("done.refusal"))
                .isTrue();
    }

    private List<String> topicsOf(String issue) {
        return graph.ask("query($id: ID!) { issue(by: {id: $id}) { topics { id } } }", Map.of("id", issue))
                .texts("issue.topics[*].id");
    }

    private String status(String issue) {
        return graph.ask("query($id: ID!) { issue(by: {id: $id}) { status } }", Map.of("id", issue))
                .text("issue.status");
    }

    private String lastNote(String issue) {
        return graph.ask("query($id: ID!) { issue(by: {id: $id}) { timeline { note } } }", Map.of("id", issue))
                .texts("issue.timeline[*].note")
                .getLast();
    }

    private int version(String issue) {
        return graph.ask("query($id: ID!) { issue(by: {id: $id}) { version } }", Map.of("id", issue))
                .number("issue.version");
    }
}
