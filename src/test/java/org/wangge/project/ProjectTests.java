package org.wangge.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;

/// A wish that many share is chosen, built, measured and accepted, and everybody can follow it.
@ApiTest
class ProjectTests {
    private static final String PROJECT = """
            project { id status version supporterCount plannedQuantity measuredQuantity varianceReason ratingCount satisfiedCount
              issues { id } stages { no isFinished pictures { name } } }""";
    private static final String BALLOT =
            "ballot { id status version votedCount haveVoted candidates { votes isRecommended project { id } } }";
    private static final String REFUSALS = "... on SupportMissing { needed present } ... on StagesOpen { stages }";

    @Autowired
    Graph graph;

    private Deeds community;
    private Deeds zhang;
    private Deeds li;

    @BeforeEach
    void withThePeople() {
        community = new Deeds(graph.as(TownAccount.WILLOW_LEADER), REFUSALS);
        zhang = new Deeds(graph.as(TownAccount.ZHANG_WEI), REFUSALS);
        li = new Deeds(graph.as(TownAccount.LI_NA), REFUSALS);
    }

    @Test
    void isCollectedFromIssuesAndFoundFromThemBothWays() {
        var issue = graph.report(Town.EAST_YARD, "DRAINAGE", "东院路面破损积水").text("reportIssue.issue.id");

        var project = collect(Map.of("issueIds", List.of(issue)));

        assertThat(project.texts("done.project.issues[*].id")).containsExactly(issue);
        assertThat(graph.ask(
                                "query($id: ID!) { issue(by: {id: $id}) { projects { id status issues { id } } } }",
                                Map.of("id", issue))
                        .texts("issue.projects[*].id"))
                .containsExactly(project.text("done.project.id"));
        assertThat(graph.anonymous()
                        .ask(
                                "{ projects(first: 100, filter: {within: \"%s\", status: [COLLECTED]}) { nodes { id issues { id } } } }"
                                        .formatted(Town.WILLOW.id()))
                        .texts("projects.nodes[*].id"))
                .contains(project.text("done.project.id"));
        assertThat(Deeds.problems(collect(Map.of("issueIds", List.of("issue_AAAAAAAAcAGAAAAAACcQAQ")))))
                .containsExactly("issueIds UNKNOWN");
        assertThat(Deeds.problems(collect(Map.of("gridId", Town.BRIDGE_ONE.id()))))
                .containsExactly("gridId UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource(names = {"LI", "WANG", "INTAKE", "ZHANG_WEI", "AUDITOR"})
    void isCollectedByNobodyElse(TownAccount account) {
        assertThat(new Deeds(graph.as(account))
                        .done("collectProject", PROJECT, wish(Map.of()))
                        .code())
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void needsThreeWhoWantIt() {
        var issue = graph.report(Town.EAST_YARD, "DRAINAGE", "东院井盖松动").text("reportIssue.issue.id");
        var id = collect(Map.of("issueIds", List.of(issue))).text("done.project.id");
        support(zhang, id);

        var tooFew = step("shortlistProject", id, 2);
        assertThat(Deeds.problems(support(zhang, id))).containsExactly("projectId DUPLICATE");
        support(li, id);
        var enough = step("shortlistProject", id, 3);

        assertThat(tooFew.text("done.refusal.code")).isEqualTo("SUPPORT_MISSING");
        assertThat(tooFew.number("done.refusal.present")).isEqualTo(2);
        assertThat(enough.text("done.project.status")).isEqualTo("SHORTLISTED");
        assertThat(new Deeds(graph.as(TownAccount.NEWCOMER))
                        .done("supportProject", PROJECT, Map.of("projectId", id))
                        .code())
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void theRepresentativesChooseOnceAndNobodyKnowsWhat() {
        var projects = List.of(shortlisted(), shortlisted(), shortlisted());
        var ballot = open(projects).text("done.ballot.id");

        var wrong = vote(zhang, ballot, List.of(projects.get(0)));
        var first = vote(zhang, ballot, projects.subList(0, 2));
        var again = vote(zhang, ballot, projects.subList(1, 3));
        var stranger = vote(new Deeds(graph.as(TownAccount.EVERYTHING)), ballot, projects.subList(0, 2));
        var early = close(ballot, 2);
        vote(li, ballot, List.of(projects.get(0), projects.get(2)));

        assertThat(Deeds.problems(wrong)).containsExactly("projectIds OUT_OF_RANGE");
        assertThat(first.isNull("done.ballot.candidates[0].votes")).isTrue();
        assertThat(first.get("done.ballot.haveVoted", Boolean.class)).isTrue();
        assertThat(Deeds.problems(again)).containsExactly("ballotId DUPLICATE");
        assertThat(stranger.code()).isEqualTo("NOT_PERMITTED");
        assertThat(Deeds.problems(early)).containsExactly("ballotId TOO_EARLY");
        assertThat(
                        Tables.texts(
                                graph.database(),
                                "select column_name from information_schema.columns where table_name = 'project_voter' order by 1"))
                .containsExactly("ballot_id", "has_voted", "resident_id");

        passed(ballot);
        var closed = close(ballot, 3);

        assertThat(closed.text("done.ballot.status")).isEqualTo("CLOSED");
        assertThat(closed.list("done.ballot.candidates[*].votes", Integer.class))
                .containsExactly(2, 1, 1);
        assertThat(closed.texts("done.ballot.candidates[*].project.id").getFirst())
                .isEqualTo(projects.getFirst());
        assertThat(closed.list("done.ballot.candidates[*].isRecommended", Boolean.class))
                .containsExactly(true, true, false);
        assertThat(status(projects.getFirst())).isEqualTo("RECOMMENDED");
        assertThat(vote(li, ballot, projects.subList(0, 2)).text("done.refusal.state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void aBallotOfFewIsVoid() {
        var projects = List.of(shortlisted(), shortlisted(), shortlisted());
        var ballot = open(projects).text("done.ballot.id");
        vote(zhang, ballot, projects.subList(0, 2));
        passed(ballot);

        assertThat(vote(li, ballot, projects.subList(0, 2)).text("done.refusal.code"))
                .isEqualTo("TIME_IS_OVER");
        assertThat(close(ballot, 2).text("done.ballot.status")).isEqualTo("VOID");
        assertThat(status(projects.getFirst())).isEqualTo("SHORTLISTED");
    }

    @Test
    void isBuiltStageByStageMeasuredAndAccepted() {
        var id = recommended();
        var approved = community.done("approveProject", PROJECT, plan(id, Map.of()));
        assertThat(approved.texts("done.project.stages[*].no")).containsExactly("1", "2");
        assertThat(step("finishStage", id, 3, stage(1)).text("done.refusal.state"))
                .isEqualTo("APPROVED");
        try (var socket = graph.as(TownAccount.ZHANG_WEI)
                .socket()
                .subscribe(
                        "subscription($id: ID!) { projectStages(projectId: $id) { cursor ... on ProjectEvent { project { status stages { isFinished } } } } }",
                        Map.of("id", id))) {
            socket.nextItem();
            step("beginProject", id, 3);
            assertThat(socket.nextItem().get("project"))
                    .isEqualTo(Map.of(
                            "status",
                            "IN_PROGRESS",
                            "stages",
                            List.of(Map.of("isFinished", false), Map.of("isFinished", false))));
        }

        var paper = step("finishStage", id, 4, stage(1, "application/pdf"));
        var finished = step("finishStage", id, 4, stage(1));
        var open = step("submitProject", id, 5, Map.of("measuredQuantity", 1335.0));
        step("finishStage", id, 5, stage(2));
        var unexplained = step("submitProject", id, 6, Map.of("measuredQuantity", 1300.0));
        var submitted = step("submitProject", id, 6, Map.of("measuredQuantity", 1300.0, "varianceReason", "一段并入市政工程"));
        Map<String, Object> accepting = Map.of("isAccepted", true, "note", "现场丈量相符");
        var self = step("acceptProject", id, 7, accepting);
        var accepted = new Deeds(graph.as(TownAccount.LEADER)).done("acceptProject", PROJECT, with(id, 7, accepting));

        assertThat(Deeds.problems(paper)).containsExactly("attachmentIds NOT_ALLOWED");
        assertThat(finished.texts("done.project.stages[0].pictures[*].name")).hasSize(1);
        assertThat(open.text("done.refusal.code")).isEqualTo("STAGES_OPEN");
        assertThat(open.list("done.refusal.stages", Integer.class)).containsExactly(2);
        assertThat(Deeds.problems(unexplained)).containsExactly("varianceReason REQUIRED");
        assertThat(submitted.text("done.project.status")).isEqualTo("ACCEPTANCE");
        assertThat(self.text("done.refusal.code")).isEqualTo("SELF_VERIFICATION");
        assertThat(accepted.text("done.project.status")).isEqualTo("COMPLETED");

        rate(zhang, id, 5);
        assertThat(Deeds.problems(rate(zhang, id, 1))).containsExactly("projectId DUPLICATE");
        assertThat(Deeds.problems(rate(li, id, 6))).containsExactly("score OUT_OF_RANGE");
        var rated = rate(li, id, 2);
        assertThat(rated.number("done.project.ratingCount")).isEqualTo(2);
        assertThat(rated.number("done.project.satisfiedCount")).isEqualTo(1);
    }

    @Test
    void isPutOffAndGoesOnWhereItStood() {
        var id = recommended();
        assertThat(Deeds.problems(community.done(
                        "approveProject", PROJECT, plan(id, Map.of("budget", 0, "unit", "", "stages", List.of())))))
                .containsExactlyInAnyOrder("budget OUT_OF_RANGE", "unit REQUIRED", "stages OUT_OF_RANGE");
        community.done("approveProject", PROJECT, plan(id, Map.of()));

        var suspended = step("suspendProject", id, 3, Map.of("reason", "汛期"));
        var resumed = step("resumeProject", id, 4);
        var stale = step("beginProject", id, 4);
        var cancelled = step("cancelProject", id, 5, Map.of("reason", "规划调整"));

        assertThat(suspended.text("done.project.status")).isEqualTo("SUSPENDED");
        assertThat(resumed.text("done.project.status")).isEqualTo("APPROVED");
        assertThat(stale.number("done.refusal.current")).isEqualTo(5);
        assertThat(cancelled.text("done.project.status")).isEqualTo("CANCELLED");
    }

    private String shortlisted() {
        return inState("SHORTLISTED");
    }

    private String recommended() {
        return inState("RECOMMENDED");
    }

    /// A project at version 2.
    private String inState(String status) {
        var id = collect(Map.of()).text("done.project.id");
        TestPostgres.execute(
                graph.database(),
                "update livelihood_project set status = '%s', version = 2 where id = '%s'"
                        .formatted(status, GlobalId.decode("livelihoodProject", id)));
        return id;
    }

    private String status(String id) {
        return graph.anonymous()
                .ask("query($id: ID!) { node(id: $id) { ... on LivelihoodProject { status } } }", Map.of("id", id))
                .text("node.status");
    }

    private Answer open(List<String> projects) {
        var now = Instant.now();
        return community.done(
                "openProjectBallot",
                BALLOT,
                Map.of(
                        "gridId", Town.WILLOW.id(),
                        "title", "2027 年民生实事票荐",
                        "projectIds", projects,
                        "choices", 2,
                        "voterIds", List.of(TownHomes.ZHANG_WEI.id(), TownHomes.LI_NA.id(), TownHomes.WANG_FANG.id()),
                        "opensAt", now.minusSeconds(60).toString(),
                        "closesAt", now.plusSeconds(3600).toString()));
    }

    private void passed(String ballot) {
        TestPostgres.execute(
                graph.database(),
                "update project_ballot set closes_at = now() - interval '1 second' where id = '%s'"
                        .formatted(GlobalId.decode("projectBallot", ballot)));
    }

    private Answer close(String ballot, int version) {
        return community.done("closeProjectBallot", BALLOT, Map.of("ballotId", ballot, "expectedVersion", version));
    }

    private static Answer vote(Deeds by, String ballot, List<String> projects) {
        return by.done("castProjectVote", BALLOT, Map.of("ballotId", ballot, "projectIds", projects));
    }

    private static Answer support(Deeds by, String id) {
        return by.done("supportProject", PROJECT, Map.of("projectId", id));
    }

    private static Answer rate(Deeds by, String id, int score) {
        return by.done("rateProject", PROJECT, Map.of("projectId", id, "score", score));
    }

    private Answer step(String command, String id, int version) {
        return step(command, id, version, Map.of());
    }

    private Answer step(String command, String id, int version, Map<String, ?> fields) {
        return community.done(command, PROJECT, with(id, version, fields));
    }

    private static Map<String, Object> with(String id, int version, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of("projectId", id, "expectedVersion", version));
        input.putAll(fields);
        return input;
    }

    private Map<String, ?> stage(int no) {
        return stage(no, "image/jpeg");
    }

    private Map<String, ?> stage(int no, String mediaType) {
        var file = UUID.randomUUID();
        TestPostgres.execute(graph.database(), """
                insert into attachment (id, owner, name, media_type, size, sha256, sent_sha256, storage_key, has_thumbnail, uploaded_at)
                values ('%s', '%s', '路面', '%s', 10, sha256('a'), sha256('a'), uuidv7(), false, now())""".formatted(file, TownAccount.WILLOW_LEADER.actor(), mediaType));
        return Map.of(
                "stageNo",
                no,
                "finishedOn",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                "note",
                "完成",
                "attachmentIds",
                List.of(GlobalId.encode("attachment", file)));
    }

    private static Map<String, Object> plan(String id, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "projectId",
                id,
                "expectedVersion",
                2,
                "budget",
                260_000,
                "unit",
                "平方米",
                "plannedQuantity",
                1335.0,
                "stages",
                List.of(
                        Map.of("title", "铣刨", "fromOn", "2026-09-01", "toOn", "2026-09-10"),
                        Map.of("title", "摊铺", "fromOn", "2026-09-11", "toOn", "2026-09-20"))));
        input.putAll(fields);
        return input;
    }

    private Answer collect(Map<String, ?> fields) {
        return community.done("collectProject", PROJECT, wish(fields));
    }

    private static Map<String, Object> wish(Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "gridId", Town.WILLOW.id(),
                "title", "修补东院路",
                "description", "路面破损，雨后积水",
                "kind", "ROAD"));
        input.putAll(fields);
        return input;
    }
}
