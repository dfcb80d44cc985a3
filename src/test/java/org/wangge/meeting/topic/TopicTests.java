package org.wangge.meeting.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.meeting.Deliberation.problems;
import static org.wangge.meeting.Deliberation.refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.meeting.Deliberation;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;
import org.wangge.town.TownHomes;

/// What is deliberated on: brought up, supported, taken on or not.
@ApiTest
class TopicTests {
    @Autowired
    Graph graph;

    @Test
    void isBroughtUpByAResidentForTheGridsOfTheirHome() {
        var proposed = zhang().topic("proposeTopic", about("加装电梯", Town.WILLOW_ONE));
        var elsewhere = zhang().topic("proposeTopic", about("桥上路灯", Town.BRIDGE_ONE));
        var asStaff = zhang().topic("proposeTopic", with(about("预算", Town.WILLOW_ONE), "source", "CADRE"));

        assertThat(proposed.text("done.topic.status")).isEqualTo("PROPOSED");
        assertThat(proposed.texts("done.topic.options")).containsExactly("同意", "不同意", "弃权");
        assertThat(proposed.texts("done.topic.steps[*].status")).containsExactly("PROPOSED");
        assertThat(problems(elsewhere)).containsExactly("gridId UNKNOWN");
        assertThat(problems(asStaff)).containsExactly("source NOT_ALLOWED");
        withdrawn();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var wrong = li().topic(
                        "proposeTopic",
                        Map.of(
                                "gridId", Town.BRIDGE_ONE.id(),
                                "source", "ISSUE",
                                "title", "一",
                                "background", "二",
                                "options", List.of("甲", "甲 ")));

        assertThat(problems(wrong))
                .containsExactly(
                        "title TOO_SHORT",
                        "background TOO_SHORT",
                        "options DUPLICATE",
                        "issueIds REQUIRED",
                        "gridId UNKNOWN");
    }

    @Test
    void waitsAtMostFiveAtATimeForOneResident() {
        for (int i = 0; i < 5; i++) {
            assertThat(zhang().topic("proposeTopic", about("第" + i + "个提议", Town.EAST_YARD))
                            .isNull("done.refusal"))
                    .isTrue();
        }

        assertThat(zhang().topic("proposeTopic", about("第六个提议", Town.EAST_YARD)).number("done.refusal.limit"))
                .isEqualTo(5);
        withdrawn();
    }

    @Test
    void isBroughtUpOnceForOneKeyAndId() {
        var input = new HashMap<String, Object>(about("一次提议", Town.WILLOW_ONE));
        input.put("source", "CADRE");
        input.put("key", UUID.randomUUID().toString());
        input.put("id", UUID.randomUUID().toString());
        var first = li().topic("proposeTopic", input);

        var again = li().topic("proposeTopic", input);
        input.put("key", UUID.randomUUID().toString());
        var taken = li().topic("proposeTopic", input);

        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(taken.text("done.refusal.id")).isEqualTo(first.text("done.topic.id"));
    }

    @Test
    void isSupportedOnceByEachWhoLivesThere() {
        var topic = id(li().topic("proposeTopic", staff("楼道照明", Town.EAST_YARD)));

        var first = zhang().topic("supportTopic", Map.of("topicId", topic));
        var again = zhang().topic("supportTopic", Map.of("topicId", topic));
        var second = as(TownAccount.LI_NA).topic("supportTopic", Map.of("topicId", topic));
        var staff = li().topic("supportTopic", Map.of("topicId", topic));

        assertThat(first.number("done.topic.supportCount")).isEqualTo(1);
        assertThat(first.get("done.topic.isSupported", Boolean.class)).isTrue();
        assertThat(problems(again)).containsExactly("topicId DUPLICATE");
        assertThat(second.number("done.topic.supportCount")).isEqualTo(2);
        assertThat(problems(staff)).containsExactly("topicId NOT_ALLOWED");
        assertThat(graph.ask(
                                "{ topics(first: 1, filter: {within: \"%s\"}, orderBy: {field: SUPPORT_COUNT, direction: DESC}) { nodes { id } } }"
                                        .formatted(Town.EAST_YARD.id()))
                        .texts("topics.nodes[*].id"))
                .containsExactly(topic);
    }

    @Test
    void isTakenOnOrNotWithWordToWhoeverBroughtItUp() {
        var taken = id(zhang().topic("proposeTopic", about("晾衣架", Town.EAST_YARD)));
        var declined = id(zhang().topic("proposeTopic", about("拆围墙", Town.EAST_YARD)));
        var council = li().founded(Town.WILLOW_ONE, Map.of());

        var accepted = li().topic("acceptTopic", Map.of("topicId", taken, "expectedVersion", 1, "councilId", council));
        var not = li().topic("declineTopic", Map.of("topicId", declined, "expectedVersion", 1, "reason", "属于产权人决定"));
        var again = li().topic("acceptTopic", Map.of("topicId", declined, "expectedVersion", 2));
        var stale = li().topic("declineTopic", Map.of("topicId", taken, "expectedVersion", 1, "reason", "不同意受理"));

        assertThat(accepted.text("done.topic.status")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("done.topic.council.id")).isEqualTo(council);
        assertThat(not.texts("done.topic.steps[*].status")).containsExactly("PROPOSED", "DECLINED");
        assertThat(not.text("done.topic.steps[1].reason")).isEqualTo("属于产权人决定");
        assertThat(again.text("done.refusal.state")).isEqualTo("DECLINED");
        assertThat(again.texts("done.refusal.allowed")).containsExactly("PROPOSED", "DEFERRED");
        assertThat(refusal(stale)).isEqualTo("STALE_VERSION");
        var told = graph.as(TownAccount.ZHANG_WEI)
                .ask("{ myNotifications(first: 2) { nodes { kind text subjectId issueId } } }");
        assertThat(told.texts("myNotifications.nodes[*].kind"))
                .containsExactlyInAnyOrder("TOPIC_ACCEPTED", "TOPIC_DECLINED");
        assertThat(told.texts("myNotifications.nodes[*].subjectId")).containsExactlyInAnyOrder(taken, declined);
    }

    @Test
    void goesToACouncilOfItsGridOrOneAbove() {
        var topic = id(li().topic("proposeTopic", staff("跨村道路", Town.EAST_YARD)));
        var elsewhere = new Deliberation(graph).founded(Town.BRIDGE_ONE, Map.of());
        var above = new Deliberation(graph).founded(Town.WILLOW, Map.of());

        var wrong = li().topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", 1, "councilId", elsewhere));
        var right = li().topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", 1, "councilId", above));

        assertThat(problems(wrong)).containsExactly("councilId UNKNOWN");
        assertThat(right.isNull("done.refusal")).isTrue();
    }

    @Test
    void leadsToItsIssuesAndBackAsFarAsTheyAreSeen() {
        var issue = graph.report(Town.EAST_YARD, "NOISE", "夜间广场舞声音太大").text("reportIssue.issue.id");
        var topic = id(li().topic(
                        "proposeTopic",
                        with(with(staff("广场舞时间", Town.EAST_YARD), "source", "ISSUE"), "issueIds", List.of(issue))));

        var forward =
                graph.ask("query($id: ID!) { topic(id: $id) { issues { id topics { id } } } }", Map.of("id", topic));
        var back =
                graph.as(TownAccount.OUYANG).ask("query($id: ID!) { topic(id: $id) { title } }", Map.of("id", topic));

        assertThat(forward.texts("topic.issues[*].id")).containsExactly(issue);
        assertThat(forward.texts("topic.issues[0].topics[*].id")).containsExactly(topic);
        assertThat(back.code()).isEqualTo("NOT_FOUND");
        assertThat(problems(as(TownAccount.OUYANG)
                        .topic(
                                "proposeTopic",
                                with(
                                        with(staff("别处的事", Town.BRIDGE_ONE), "source", "ISSUE"),
                                        "issueIds",
                                        List.of(issue)))))
                .containsExactly("issueIds UNKNOWN");
    }

    @Test
    void isFoundByItsTextStatusAndCouncil() {
        var topic = id(li().topic("proposeTopic", staff("充电桩选址方案", Town.WILLOW_ONE)));

        var found =
                graph.ask("{ topics(filter: {text: \"充电桩\", status: [PROPOSED], source: [CADRE]}) { nodes { id } } }");
        var none = graph.ask("{ topics(filter: {text: \"充电桩\", status: [RESOLVED]}) { nodes { id } } }");

        assertThat(found.texts("topics.nodes[*].id")).contains(topic);
        assertThat(none.texts("topics.nodes[*].id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WILLOW_LEADER,",
        "LEADER,",
        "WANG, NOT_PERMITTED",
        "INTAKE, NOT_PERMITTED",
        "ZHANG_WEI, NOT_PERMITTED",
        "OUYANG, UNKNOWN"
    })
    void isTakenOnByWhoeverLeadsThere(TownAccount account, @Nullable String refused) {
        var topic = id(li().topic("proposeTopic", staff("由谁受理", Town.WILLOW_ONE)));

        var answer = as(account).topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", 1));

        if (refused == null) {
            assertThat(answer.isNull("done.refusal")).isTrue();
        } else if (refused.equals("UNKNOWN")) {
            assertThat(problems(answer)).containsExactly("topicId UNKNOWN");
        } else {
            assertThat(answer.code()).isEqualTo(refused);
        }
    }

    @Test
    void showsWhoBroughtItUpAsFarAsTheLedgerIsSeen() {
        var topic = id(zhang().topic("proposeTopic", about("谁提的", Town.EAST_YARD)));
        var document = "query($id: ID!) { topic(id: $id) { resident { id name { display } } } }";

        assertThat(graph.as(TownAccount.LI).ask(document, Map.of("id", topic)).text("topic.resident.id"))
                .isEqualTo(TownHomes.ZHANG_WEI.id());
        assertThat(graph.as(TownAccount.LI_NA)
                        .ask(document, Map.of("id", topic))
                        .isNull("topic.resident"))
                .isTrue();
        withdrawn();
    }

    /// So that others of this class can bring up as many.
    private void withdrawn() {
        TestPostgres.execute(graph.database(), "update topic set status = 'DECLINED' where status = 'PROPOSED'");
    }

    private Deliberation li() {
        return as(TownAccount.LI);
    }

    private Deliberation zhang() {
        return as(TownAccount.ZHANG_WEI);
    }

    private Deliberation as(TownAccount account) {
        return new Deliberation(graph).as(account);
    }

    private static String id(Answer answer) {
        return answer.text("done.topic.id");
    }

    private static Map<String, Object> about(String title, TownGrid grid) {
        return Map.of("gridId", grid.id(), "source", "RESIDENT", "title", title, "background", title + "的情况说明");
    }

    private static Map<String, Object> staff(String title, TownGrid grid) {
        return with(about(title, grid), "source", "CADRE");
    }

    private static Map<String, Object> with(Map<String, ?> input, String name, Object value) {
        var all = new HashMap<String, Object>(input);
        all.put(name, value);
        return all;
    }
}
