package org.wangge.meeting.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.meeting.Deliberation.problems;
import static org.wangge.meeting.Deliberation.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.meeting.Deliberation;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;

/// What was resolved, from the ballot to what those who took part are told, and every rule on the way.
@ApiTest
class ResolutionTests {
    private static final List<TownThing> FOUR =
            List.of(TownPeople.LI, TownHomes.ZHANG_WEI, TownHomes.LI_NA, TownHomes.JI);

    @Autowired
    Graph graph;

    Deliberation li;

    @BeforeEach
    void asTheLeaderOfWillowOne() {
        li = new Deliberation(graph).as(TownAccount.LI);
    }

    @Test
    void isToldFromAReportToWhatBecameOfIt() {
        var issue = suspended();
        var topic = accepted(issue);
        var ballot = voted(topic, 3);

        var adopted = adopt(topic, ballot, "PASSED", tasks());
        var id = adopted.text("done.resolution.id");
        assertThat(adopted.text("done.resolution.status")).isEqualTo("PUBLIC_NOTICE");
        assertThat(status(issue)).isEqualTo("SUSPENDED");

        var objected = zhang().resolution("objectToResolution", Map.of("resolutionId", id, "text", "夜里施工太吵"));
        var again = zhang().resolution("objectToResolution", Map.of("resolutionId", id, "text", "还是太吵了"));
        var running = li.resolution("implementResolution", at(id));
        noticeEnds(id);
        var late = new Deliberation(graph)
                .as(TownAccount.LI_NA)
                .resolution("objectToResolution", Map.of("resolutionId", id, "text", "我也不同意"));
        var unanswered = li.resolution("implementResolution", at(id));
        var objection = objected.text("done.resolution.objections[0].id");
        li.resolution(
                "answerObjection",
                with(at(id), Map.of("objectionId", objection, "isUpheld", false, "answer", "施工只在白天进行")));
        var started = li.resolution("implementResolution", at(id));

        assertThat(problems(again)).containsExactly("resolutionId DUPLICATE");
        assertThat(refusal(running)).isEqualTo("NOTICE_RUNNING");
        assertThat(refusal(late)).isEqualTo("TIME_IS_OVER");
        assertThat(unanswered.number("done.refusal.count")).isEqualTo(1);
        assertThat(started.text("done.resolution.status")).isEqualTo("IMPLEMENTING");
        assertThat(status(issue)).isEqualTo("IN_PROGRESS");

        var open = li.resolution("completeResolution", at(id));
        var task = started.text("done.resolution.tasks[0].issue.id");
        li.does(
                "withdrawIssue",
                "{ issue { status } refusal { code } }",
                Map.of("issueId", task, "expectedVersion", 1));
        var done = li.resolution("completeResolution", at(id));
        var fedBack = li.resolution("feedBackResolution", with(at(id), Map.of("feedback", "路灯已全部更换，请大家监督。")));

        assertThat(open.number("done.refusal.count")).isEqualTo(1);
        assertThat(done.text("done.resolution.status")).isEqualTo("DONE");
        assertThat(fedBack.text("done.resolution.status")).isEqualTo("FED_BACK");
        assertThat(graph.as(TownAccount.ZHANG_WEI)
                        .ask("{ myNotifications(first: 1) { nodes { kind subjectId text } } }")
                        .text("myNotifications.nodes[0].subjectId"))
                .isEqualTo(id);
        walks(issue, id, task);
    }

    /// From what was reported to what was done for it, and back, each in one query.
    private void walks(String issue, String resolution, String task) {
        var forward = graph.ask(
                "query($id: ID!) { node(id: $id) { ... on Issue { topics { ballots { carriedNo } resolutions { id tasks { issue { id } } } } } } }",
                Map.of("id", issue));
        var back = graph.ask(
                "query($id: ID!) { resolution(id: $id) { ballot { meeting { title } } topic { issues { id } } } }",
                Map.of("id", resolution));
        var figures = graph.ask(
                "query($id: ID!, $from: Date!, $to: Date!) { councilFigures(within: $id, from: $from, to: $to) {"
                        + " solvedIssueCount passedCount meetingCount } }",
                Map.of(
                        "id", Town.WILLOW_ONE.id(),
                        "from", LocalDate.now().minusDays(1).toString(),
                        "to", LocalDate.now().plusDays(2).toString()));

        assertThat(forward.texts("node.topics[0].resolutions[*].id")).containsExactly(resolution);
        assertThat(forward.texts("node.topics[0].resolutions[0].tasks[*].issue.id"))
                .containsExactly(task);
        assertThat(back.texts("resolution.topic.issues[*].id")).containsExactly(issue);
        assertThat(figures.number("councilFigures.solvedIssueCount")).isEqualTo(1);
    }

    @Test
    void passesOnlyWithTheVotesThatAreNeeded() {
        var topic = accepted(null);
        var ballot = voted(topic, 2);

        var refused = adopt(topic, ballot, "PASSED", List.of());
        var without = adopt(topic, null, "PASSED", List.of());
        var rejected = adopt(topic, ballot, "REJECTED", List.of());
        var again = adopt(topic, ballot, "REJECTED", List.of());

        assertThat(refused.number("done.refusal.votes")).isEqualTo(2);
        assertThat(refused.number("done.refusal.needed")).isEqualTo(3);
        assertThat(problems(without)).containsExactly("ballotId REQUIRED");
        assertThat(rejected.text("done.resolution.status")).isEqualTo("DECIDED");
        assertThat(rejected.isNull("done.resolution.publicUntil")).isTrue();
        assertThat(li.status(topic)).isEqualTo("RESOLVED");
        assertThat(again.text("done.refusal.state")).isEqualTo("RESOLVED");
    }

    @Test
    void isNotRejectedAgainstTheVotesThatCarried() {
        var topic = accepted(null);
        var ballot = voted(topic, 3);

        assertThat(problems(adopt(topic, ballot, "REJECTED", List.of()))).containsExactly("result CONTRADICTS");
        assertThat(problems(adopt(topic, ballot, "DEFERRED", tasks()))).containsExactly("tasks NOT_ALLOWED");
        assertThat(problems(adopt(
                        topic,
                        ballot,
                        "PASSED",
                        List.of(Map.of("title", "修", "description", "修一下", "category", "NO_SUCH_THING")))))
                .containsExactly("tasks.title TOO_SHORT", "tasks.description TOO_SHORT", "tasks.category UNKNOWN");
    }

    @Test
    void isDeliberatedOnAgainWhenAnObjectionHolds() {
        var topic = accepted(null);
        var ballot = voted(topic, 3);
        var id = adopt(topic, ballot, "PASSED", tasks()).text("done.resolution.id");
        var objection = zhang().resolution("objectToResolution", Map.of("resolutionId", id, "text", "通知没有送到我家"))
                .text("done.resolution.objections[0].id");

        var overturned = li.resolution(
                "answerObjection",
                with(at(id), Map.of("objectionId", objection, "isUpheld", true, "answer", "程序确有疏漏，重新议")));
        var implemented = li.resolution("implementResolution", at(id));

        assertThat(overturned.text("done.resolution.status")).isEqualTo("OVERTURNED");
        assertThat(implemented.text("done.refusal.state")).isEqualTo("OVERTURNED");
        assertThat(li.status(topic)).isEqualTo("DEFERRED");

        var version = graph.ask("query($id: ID!) { topic(id: $id) { version } }", Map.of("id", topic))
                .number("topic.version");
        var council = council(topic);
        li.topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", version, "councilId", council));
        discussed(topic);
        assertThat(problems(adopt(topic, ballot, "PASSED", tasks()))).containsExactly("ballotId ENDED");
    }

    @Test
    void isPutIntoEffectByWhoeverLeadsThere() {
        var topic = accepted(null);
        var id = adopt(topic, voted(topic, 3), "PASSED", List.of()).text("done.resolution.id");

        assertThat(zhang().resolution("implementResolution", at(id)).code()).isEqualTo("NOT_PERMITTED");
        assertThat(problems(new Deliberation(graph).as(TownAccount.OUYANG).resolution("implementResolution", at(id))))
                .containsExactly("resolutionId UNKNOWN");
        assertThat(refusal(li.resolution("implementResolution", Map.of("resolutionId", id, "expectedVersion", 9))))
                .isEqualTo("STALE_VERSION");
    }

    private String suspended() {
        var issue = graph.report(Town.EAST_YARD, "NOISE", "楼道路灯全部不亮").text("reportIssue.issue.id");
        flow(li, "selfHandle", issue, 1, Map.of());
        var version = version(issue);
        flow(
                li,
                "requestSuspension",
                issue,
                version,
                Map.of(
                        "kind", "DELIBERATION",
                        "reason", "提交议事会协商",
                        "reviewOn", LocalDate.now().plusDays(30).toString()));
        flow(
                new Deliberation(graph).as(TownAccount.COMMANDER),
                "decideSuspension",
                issue,
                version + 1,
                Map.of("isAgreed", true, "note", "同意"));
        assertThat(status(issue)).isEqualTo("SUSPENDED");
        return issue;
    }

    private static void flow(Deliberation by, String move, String issue, int version, Map<String, ?> more) {
        var moved = by.does(
                move, "{ refusal { code message } }", with(Map.of("issueId", issue, "expectedVersion", version), more));
        assertThat(moved.isNull("done.refusal")).isTrue();
    }

    private String status(String issue) {
        return graph.ask("query($id: ID!) { issue(by: {id: $id}) { status } }", Map.of("id", issue))
                .text("issue.status");
    }

    private int version(String issue) {
        return graph.ask("query($id: ID!) { issue(by: {id: $id}) { version } }", Map.of("id", issue))
                .number("issue.version");
    }

    private String accepted(@Nullable String issue) {
        var input = new HashMap<String, Object>(Map.of(
                "gridId",
                Town.WILLOW_ONE.id(),
                "source",
                issue == null ? "CADRE" : "ISSUE",
                "title",
                "更换楼道路灯",
                "background",
                "路灯老化，更换需业主同意"));
        if (issue != null) {
            input.put("issueIds", List.of(issue));
        }
        var topic = li.topic("proposeTopic", input).text("done.topic.id");
        var council = li.council(Map.of());
        li.topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", 1, "councilId", council));
        return topic;
    }

    /// The counted ballot of a meeting of four, of whom so many were for it.
    private String voted(String topic, int votes) {
        var meeting = discussed(topic);
        var ballot = li.ballot(
                        "openBallot",
                        Map.of(
                                "topicId",
                                topic,
                                "meetingId",
                                meeting,
                                "method",
                                "SHOW_OF_HANDS",
                                "closesAt",
                                Instant.now().plusSeconds(3_600).toString()))
                .text("done.ballot.id");
        FOUR.stream()
                .limit(votes)
                .forEach(person -> li.ballot(
                        "recordVote",
                        Map.of("ballotId", ballot, "optionNo", 1, "person", Deliberation.person(person))));
        li.ballot("closeBallot", Map.of("ballotId", ballot, "expectedVersion", 1));
        return ballot;
    }

    /// The meeting of four in which it was.
    private String discussed(String topic) {
        var meeting = li.inSession(council(topic), List.of(topic), FOUR);
        li.meeting("discussTopic", with(li.at(meeting), Map.of("topicId", topic, "consensusText", "充分讨论后表决")));
        return meeting;
    }

    private String council(String topic) {
        return graph.ask("query($id: ID!) { topic(id: $id) { council { id } } }", Map.of("id", topic))
                .text("topic.council.id");
    }

    private Answer adopt(String topic, @Nullable String ballot, String result, List<Map<String, String>> tasks) {
        var version = graph.ask("query($id: ID!) { topic(id: $id) { version } }", Map.of("id", topic))
                .number("topic.version");
        var input = new HashMap<String, @Nullable Object>(Map.of(
                "topicId", topic,
                "expectedVersion", version,
                "result", result,
                "text", "同意更换全部楼道路灯，费用由公共收益支出。",
                "tasks", tasks));
        input.put("ballotId", ballot);
        return li.resolution("adoptResolution", input);
    }

    private static List<Map<String, String>> tasks() {
        return List.of(Map.of("title", "更换路灯", "description", "更换一至六单元楼道路灯", "category", "NOISE"));
    }

    private Map<String, Object> at(String resolution) {
        var version = graph.ask("query($id: ID!) { resolution(id: $id) { version } }", Map.of("id", resolution))
                .number("resolution.version");
        return Map.of("resolutionId", resolution, "expectedVersion", version);
    }

    /// Five days go by.
    private void noticeEnds(String resolution) {
        TestPostgres.execute(
                graph.database(),
                "update resolution set public_until = now() - interval '1 second' where id = '"
                        + GlobalId.decode("resolution", resolution) + "'");
    }

    private Deliberation zhang() {
        return new Deliberation(graph).as(TownAccount.ZHANG_WEI);
    }

    private static Map<String, Object> with(Map<String, ?> input, Map<String, ?> more) {
        var all = new HashMap<String, Object>(input);
        all.putAll(more);
        return all;
    }
}
