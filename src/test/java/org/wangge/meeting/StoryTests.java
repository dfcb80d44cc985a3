package org.wangge.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.file.Photos;
import org.wangge.file.Sender;
import org.wangge.issue.flow.Colleagues;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownClock;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// What a visit found goes to the council, is voted, built and accepted, and whoever said it gets the reply:
/// the documents of `schema/examples/story`, each asked by whom and when it says, and nothing else. Then the two
/// questions that lead from one end to the other.
@ApiTest
@Import({TownClock.class, Colleagues.class})
@TestPropertySource(properties = {"test.town=story", "wangge.clock.scan=1h"})
class StoryTests {
    private static final double EAST = 104.015;
    private static final double NORTH = 30.81;

    private static final String FIGURES = """
            query($gridId: ID!, $from: Date!, $to: Date!) {
              council: councilFigures(within: $gridId, from: $from, to: $to) { solvedIssueCount }
              issues: issueStatistics(within: $gridId, from: $from, to: $to) {
                figures { solvedInCouncil } own { solvedInCouncil } children { figures { solvedInCouncil } } } }""";

    @Autowired
    Graph graph;

    @Autowired
    TownClock clock;

    @Autowired
    Colleagues colleagues;

    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private int photos = 7_000;

    @Test
    void whatWasSaidAtTheDoorIsBuiltAndWhoSaidItHearsOfIt() throws IOException {
        knowsWhoAndWhere();

        var steps = StoryDocuments.all();
        steps.forEach(this::happens);

        assertThat(steps.stream().map(StoryDocuments.Step::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, steps.size()).boxed().toList());
        waitsWhileItIsDeliberatedOnAndBuilt();
        theReplyIsRead();
        countsAsSolvedInCouncil();
        leadsForwards();
        leadsBackwards();
    }

    private void knowsWhoAndWhere() {
        known.put("gridId", Town.WILLOW_ONE.id());
        known.put("worksOfficeId", Colleagues.WORKS_OFFICE.id());
        known.put("chairId", TownPeople.LI.id());
        known.put("zhangId", TownHomes.ZHANG_WEI.id());
        known.put("liNaId", TownHomes.LI_NA.id());
        known.put("neighbourId", TownHomes.WANG_FANG.id());
        clock.set("2026-05-20 09:00");
        known.put("otherProjectId", rival());
    }

    /// Another project that three want, so that there is something to choose from.
    private String rival() {
        var issue = graph.report(Town.WEST_YARD, "STREET_LIGHT", "西院路灯不亮").text("reportIssue.issue.id");
        var community = graph.as(TownAccount.WILLOW_LEADER);
        var id = done(
                        community,
                        "collectProject",
                        Map.of(
                                "gridId", Town.WILLOW_ONE.id(),
                                "title", "西院增设路灯",
                                "description", "西院夜间照明不足",
                                "kind", "LIGHTING",
                                "issueIds", List.of(issue)))
                .text("done.project.id");
        done(graph.as(TownAccount.ZHANG_WEI), "supportProject", Map.of("projectId", id));
        done(graph.as(TownAccount.LI_NA), "supportProject", Map.of("projectId", id));
        done(community, "shortlistProject", Map.of("projectId", id, "expectedVersion", 3));
        return id;
    }

    private static Answer done(Graph by, String command, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(fields);
        input.put("key", UUID.randomUUID().toString());
        var type = Character.toUpperCase(command.charAt(0)) + command.substring(1) + "Input!";
        var answer = by.ask(
                "mutation($input: " + type + ") { done: " + command
                        + "(input: $input) { project { id } refusal { message } } }",
                Map.of("input", input));
        assertThat(answer.isNull("done.refusal")).as(command).isTrue();
        return answer;
    }

    private void happens(StoryDocuments.Step step) {
        clock.set(step.at());
        var by = who(step.role());
        known.put("key", UUID.randomUUID().toString());
        if (step.needs("photoId")) {
            known.put("photoId", photo(by, step));
        }
        var request = by.tester().document(step.chapter()).operationName(step.operation());
        known.forEach(request::variable);
        var answer = Answer.of(request);
        assertThat(answer.errors()).as(step.operation()).isEmpty();
        assertThat(answer.data().toString()).as(step.operation()).doesNotContain("refusal={");
        answers.put(step.operation(), answer);
        learn("", answer.data());
    }

    private Graph who(String role) {
        return switch (role) {
            case "grid member" -> graph.as(TownAccount.WANG);
            case "intake" -> graph.as(TownAccount.INTAKE);
            case "dispatch" -> colleagues.dispatcher();
            case "handler" -> colleagues.xu();
            case "commander" -> graph.as(TownAccount.COMMANDER);
            case "supervision" -> colleagues.supervisor();
            case "council chair" -> graph.as(TownAccount.LI);
            case "community leader" -> graph.as(TownAccount.WILLOW_LEADER);
            case "subdistrict leader" -> graph.as(TownAccount.LEADER);
            case "resident Zhang" -> graph.as(TownAccount.ZHANG_WEI);
            case "resident Li" -> graph.as(TownAccount.LI_NA);
            default -> throw new IllegalArgumentException(role);
        };
    }

    /// Taken on the spot, a quarter of an hour before.
    private String photo(Graph by, StoryDocuments.Step step) {
        var taken = TownClock.told(step.at().minusSeconds(900)).replace('-', ':') + ":00";
        return new Sender(by).sendJpeg(Photos.taken(Photos.jpeg(++photos), 1, taken, NORTH, EAST));
    }

    /// What later operations refer to: of each object its id, version and the like, as `issueId`; of a list those of
    /// the first.
    private void learn(String name, @Nullable Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            learn(name.replaceFirst("s$", ""), list.getFirst());
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((field, inner) -> {
                var text = field.toString();
                if (inner instanceof String || inner instanceof Integer) {
                    known.put(name + Character.toUpperCase(text.charAt(0)) + text.substring(1), inner);
                } else {
                    learn(text, inner);
                }
            });
        }
    }

    private void waitsWhileItIsDeliberatedOnAndBuilt() {
        assertThat(told("ReferIssue", "referIssue.topic.issues[0].status")).isEqualTo("SUSPENDED");
        assertThat(told("ReferIssue", "referIssue.topic.issues[0].suspension.kind"))
                .isEqualTo("DELIBERATION");
        assertThat(told("ImplementResolution", "implementResolution.resolution.topic.issues[0].status"))
                .isEqualTo("SUSPENDED");
        assertThat(told("AcceptProject", "acceptProject.project.status")).isEqualTo("COMPLETED");
        assertThat(told("AcceptProject", "acceptProject.project.issues[0].status"))
                .isEqualTo("IN_PROGRESS");
        assertThat(told("RateIssue", "rateIssue.issue.status")).isEqualTo("EVALUATED");
        assertThat(told("FeedBackResolution", "feedBackResolution.resolution.status"))
                .isEqualTo("FED_BACK");
    }

    private void theReplyIsRead() {
        var reply = answers.get("MyReply");
        assertThat(reply.texts("myNotifications.nodes[*].subjectId")).containsExactly(id("issue"));
        assertThat(reply.texts("issue.replies[*].result"))
                .singleElement()
                .asString()
                .contains("已修补完成");
    }

    /// On the day on which nothing of the resolution was left to do, wherever it is asked for.
    private void countsAsSolvedInCouncil() {
        var asking = graph.as(TownAccount.ANALYSIS);
        assertThat(asking.ask(FIGURES, figures("2026-07-15", "2026-07-16")).data())
                .hasToString(
                        "{council={solvedIssueCount=1}, issues={figures={solvedInCouncil=1}, own={solvedInCouncil=0},"
                                + " children=[{figures={solvedInCouncil=1}}, {figures={solvedInCouncil=0}}]}}");
        assertThat(asking.ask(FIGURES, figures("2026-06-01", "2026-07-15"))
                        .data()
                        .toString())
                .doesNotContain("=1");
    }

    private static Map<String, Object> figures(String from, String to) {
        return Map.of("gridId", Town.WILLOW.id(), "from", from, "to", to);
    }

    private void leadsForwards() throws IOException {
        var all = ask("what-became-of-it", Map.of("issueId", id("issue")));

        assertThat(all.text("issue.source")).isEqualTo("GRID_VISIT");
        assertThat(all.texts("issue.topics[*].id")).containsExactly(id("topic"));
        var topic = "issue.topics[0].";
        assertThat(all.texts(topic + "meetings[*].id")).containsExactly(id("meeting"));
        assertThat(all.number(topic + "meetings[0].presentCount")).isEqualTo(3);
        assertThat(all.texts(topic + "ballots[*].id")).containsExactly(told("OpenBallot", "openBallot.ballot.id"));
        assertThat(all.number(topic + "ballots[0].carriedNo")).isEqualTo(1);
        assertThat(all.texts(topic + "resolutions[*].id")).containsExactly(id("resolution"));
        assertThat(all.text(topic + "resolutions[0].status")).isEqualTo("FED_BACK");
        assertThat(all.texts("issue.resolutions[*].id")).containsExactly(id("resolution"));
        var task = topic + "resolutions[0].tasks[0].";
        assertThat(all.text(task + "form")).isEqualTo("PROJECT_STAGE");
        assertThat(all.text(task + "doneAt"))
                .isEqualTo(TownClock.at("2026-07-10 15:00").toString());
        assertThat(all.number(task + "stages[0].no")).isEqualTo(1);
        assertThat(all.text(task + "stages[0].project.id")).isEqualTo(id("project"));
        assertThat(all.text(task + "stages[0].project.status")).isEqualTo("COMPLETED");
        assertThat(all.texts(topic + "projects[*].id")).containsExactly(id("project"));
        assertThat(all.texts("issue.projects[*].id")).containsExactly(id("project"));
        assertThat(all.texts("issue.replies[*].result")).hasSize(1);
    }

    private void leadsBackwards() throws IOException {
        var all = ask("where-it-came-from", Map.of("projectId", id("project")));

        assertThat(all.texts("node.issues[*].id")).containsExactly(id("issue"));
        assertThat(all.texts("node.topics[*].id")).containsExactly(id("topic"));
        assertThat(all.list("node.stages[*].no", Integer.class)).containsExactly(1);
        assertThat(all.text("node.stages[0].task.id")).isEqualTo(id("task"));
        var resolution = "node.stages[0].task.resolution.";
        assertThat(all.text(resolution + "id")).isEqualTo(id("resolution"));
        assertThat(all.text(resolution + "ballot.meeting.id")).isEqualTo(id("meeting"));
        assertThat(all.text(resolution + "topic.id")).isEqualTo(id("topic"));
        assertThat(all.texts(resolution + "topic.meetings[*].id")).containsExactly(id("meeting"));
        var issue = resolution + "topic.issues[0].";
        assertThat(all.text(issue + "id")).isEqualTo(id("issue"));
        assertThat(all.text(issue + "source")).isEqualTo("GRID_VISIT");
        assertThat(all.text(issue + "reportedAt"))
                .isEqualTo(TownClock.at("2026-06-01 09:10").toString());
        assertThat(all.text(issue + "onBehalfOf.id")).isEqualTo(TownHomes.LI_NA.id());
    }

    private Answer ask(String example, Map<String, ?> variables) throws IOException {
        return graph.ask(Files.readString(Path.of("schema/examples/" + example + ".graphql")), variables);
    }

    private String told(String operation, String path) {
        return answers.get(operation).text(path);
    }

    private String id(String name) {
        return known.get(name + "Id").toString();
    }
}
