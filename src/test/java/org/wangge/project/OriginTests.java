package org.wangge.project;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// Projects come from what people deliberated on, and what was resolved becomes their stages.
@ApiTest
class OriginTests {
    private static final String PROJECT = "project { id status version topics { id } stages { no title task { id } } }";
    private static final String REFUSALS =
            "... on SupportMissing { needed present } ... on NotInThisState { state allowed }";

    @Autowired
    Graph graph;

    private Deeds community;
    private Deliberation li;

    @BeforeEach
    void withThePeople() {
        community = new Deeds(graph.as(TownAccount.WILLOW_LEADER), REFUSALS);
        li = new Deliberation(graph).as(TownAccount.LI);
    }

    @Test
    void isCollectedFromATopicAndFoundFromItBothWays() {
        var topic = li.proposed("修补东院路面");

        var project = collect(Map.of("topicIds", List.of(topic)));

        assertThat(project.texts("done.project.topics[*].id")).containsExactly(topic);
        assertThat(li.graph()
                        .ask("query($id: ID!) { topic(id: $id) { projects { id } } }", Map.of("id", topic))
                        .texts("topic.projects[*].id"))
                .containsExactly(project.text("done.project.id"));
        assertThat(graph.anonymous()
                        .ask(
                                "query($id: ID!) { node(id: $id) { ... on LivelihoodProject { topics { id } } } }",
                                Map.of("id", project.text("done.project.id")))
                        .texts("node.topics[*].id"))
                .as("deliberation is for those who take part in it")
                .isEmpty();
    }

    @Test
    void isNotCollectedFromWhatIsElsewhereOrWasNotTakenOn() {
        var declined = li.proposed("把路面改成红色");
        li.topic("declineTopic", Map.of("topicId", declined, "expectedVersion", 1, "reason", "不属于急需事项"));
        var unknown = GlobalId.encode("topic", UUID.randomUUID());

        assertThat(Deeds.problems(collect(Map.of("topicIds", List.of(declined)))))
                .containsExactly("topicIds ENDED");
        assertThat(Deeds.problems(collect(Map.of("topicIds", List.of(unknown)))))
                .containsExactly("topicIds UNKNOWN");
    }

    @Test
    void thoseWhoSupportItsTopicWantItEachOnce() {
        var topic = li.proposed("修补西院路面");
        var id = collect(Map.of("topicIds", List.of(topic))).text("done.project.id");
        support(TownAccount.ZHANG_WEI, topic);
        new Deeds(graph.as(TownAccount.ZHANG_WEI)).done("supportProject", PROJECT, Map.of("projectId", id));

        var tooFew = community.done("shortlistProject", PROJECT, at(id));
        assertThat(tooFew.number("done.refusal.present")).isEqualTo(1);
        support(TownAccount.LI_NA, topic);
        var issue = graph.report(Town.EAST_YARD, "DRAINAGE", "路面积水难行").text("reportIssue.issue.id");
        TestPostgres.execute(
                graph.database(),
                "insert into project_issue values ('%s', '%s')"
                        .formatted(GlobalId.decode("livelihoodProject", id), GlobalId.decode("issue", issue)));
        assertThat(community.done("shortlistProject", PROJECT, at(id)).text("done.project.status"))
                .isEqualTo("SHORTLISTED");
    }

    @Test
    void aTaskBecomesTheStagesOfOneProject() {
        var task = task("PROJECT_STAGE", "IMPLEMENTING");
        var first = recommended();
        var second = recommended();

        var approved = community.done(
                "approveProject", PROJECT, plan(first, List.of(stage("铣刨", task.id()), stage("摊铺", task.id()))));
        var elsewhere = community.done("approveProject", PROJECT, plan(second, List.of(stage("铣刨", task.id()))));
        var added = community.done("addStage", PROJECT, with(at(first), Map.of("stage", stage("划线", task.id()))));

        assertThat(approved.text("done.project.status")).isEqualTo("APPROVED");
        assertThat(Deeds.problems(elsewhere)).containsExactly("stages[0].taskId DUPLICATE");
        assertThat(added.texts("done.project.stages[*].task.id")).containsExactly(task.id(), task.id(), task.id());
        assertThat(stagesOf(task)).containsExactly("1 " + first, "2 " + first, "3 " + first);
        assertThat(graph.anonymous()
                        .ask(
                                "query($id: ID!) { node(id: $id) { ... on LivelihoodProject { stages { no task { id } } } } }",
                                Map.of("id", first))
                        .isNull("node.stages[0].task"))
                .as("stages are for everybody, what was resolved is not")
                .isTrue();
        TestPostgres.execute(
                graph.database(),
                "update livelihood_project set status = 'CANCELLED' where id = '%s'"
                        .formatted(GlobalId.decode("livelihoodProject", first)));
        community.done("approveProject", PROJECT, plan(second, List.of(stage("铣刨", task.id()))));
        assertThat(stagesOf(task)).as("what was given up leaves it free").containsExactly("1 " + second);
    }

    @Test
    void aStageIsOnlyForATaskThatWaitsForOne() {
        var project = recommended();

        assertThat(refusal(project, task("ISSUE", "IMPLEMENTING").id()))
                .containsExactly("stages[0].taskId NOT_ALLOWED");
        assertThat(refusal(project, GlobalId.encode("resolutionTask", UUID.randomUUID())))
                .containsExactly("stages[0].taskId UNKNOWN");
        var noticed = community.done(
                "approveProject",
                PROJECT,
                plan(
                        project,
                        List.of(stage(
                                "铣刨", task("PROJECT_STAGE", "PUBLIC_NOTICE").id()))));
        assertThat(noticed.text("done.refusal.state")).isEqualTo("PUBLIC_NOTICE");
    }

    private record Task(String id, String resolution) {}

    private List<String> refusal(String project, String task) {
        return Deeds.problems(community.done("approveProject", PROJECT, plan(project, List.of(stage("铣刨", task)))));
    }

    private List<String> stagesOf(Task task) {
        var answer = li.graph()
                .ask(
                        "query($id: ID!) { resolution(id: $id) { tasks { stages { no project { id } } } } }",
                        Map.of("id", task.resolution()));
        var stages = answer.list("resolution.tasks[0].stages[*].no", Integer.class);
        var projects = answer.texts("resolution.tasks[0].stages[*].project.id");
        return java.util.stream.IntStream.range(0, stages.size())
                .mapToObj(i -> stages.get(i) + " " + projects.get(i))
                .toList();
    }

    /// Of a resolution of 柳一格 that stands there.
    private Task task(String form, String status) {
        var topic = GlobalId.decode("topic", li.proposed("路面修补方案"));
        var resolution = UUID.randomUUID();
        var task = UUID.randomUUID();
        TestPostgres.execute(graph.database(), """
                insert into resolution (id, grid_id, grid_key, topic_id, result, text, status, adopted_at, public_until)
                values ('%1$s', '%3$s', '%4$s', '%5$s', 'PASSED', '同意修补', '%6$s', now(), now());
                insert into resolution_task (id, resolution_id, position, title, description, category_code, grid_id, form)
                values ('%2$s', '%1$s', 1, '修补路面', '修补破损路面', 'ROAD_SURFACE', '%3$s', '%7$s')""".formatted(
                        resolution, task, Town.WILLOW_ONE.uuid(), Town.WILLOW_ONE.key(), topic, status, form));
        return new Task(GlobalId.encode("resolutionTask", task), GlobalId.encode("resolution", resolution));
    }

    private String recommended() {
        var id = collect(Map.of()).text("done.project.id");
        TestPostgres.execute(
                graph.database(),
                "update livelihood_project set status = 'RECOMMENDED' where id = '%s'"
                        .formatted(GlobalId.decode("livelihoodProject", id)));
        return id;
    }

    private void support(TownAccount resident, String topic) {
        assertThat(new Deliberation(graph)
                        .as(resident)
                        .topic("supportTopic", Map.of("topicId", topic))
                        .isNull("done.refusal"))
                .isTrue();
    }

    private Answer collect(Map<String, ?> fields) {
        return community.done(
                "collectProject",
                PROJECT,
                with(
                        Map.of(
                                "gridId", Town.WILLOW.id(),
                                "title", "修补路面",
                                "description", "路面破损，雨后积水",
                                "kind", "ROAD"),
                        fields));
    }

    private Map<String, Object> at(String project) {
        var version = graph.ask(
                        "query($id: ID!) { node(id: $id) { ... on LivelihoodProject { version } } }",
                        Map.of("id", project))
                .number("node.version");
        return Map.of("projectId", project, "expectedVersion", version);
    }

    private Map<String, Object> plan(String project, List<Map<String, ?>> stages) {
        return with(at(project), Map.of("budget", 260_000, "unit", "平方米", "plannedQuantity", 1335.0, "stages", stages));
    }

    private static Map<String, ?> stage(String title, String task) {
        return Map.of("title", title, "fromOn", "2026-09-01", "toOn", "2026-09-10", "taskId", task);
    }

    private static Map<String, Object> with(Map<String, ?> input, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(input);
        all.putAll(more);
        return all;
    }
}
