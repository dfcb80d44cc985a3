package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Role;
import org.wangge.issue.IssueId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownClock;
import org.wangge.town.TownPeople;
import org.wangge.town.TownViewers;

/// What is done to many issues at once: each for itself, with an outcome for each.
@ApiTest
@Import({TownClock.class, Colleagues.class})
@TestPropertySource(properties = {"test.town=parts", "wangge.clock.scan=1h"})
class BulkTests {
    private static final String DOCUMENT = """
            mutation($input: %s!) { done: %s(input: $input) { doneCount outcomes {
              issueId issue { status version } replayed cursor
              refusal { code ... on InputRejected { problems { path code } } ... on StaleVersion { current } } } } }""";

    @Autowired
    Graph graph;

    @Autowired
    TownClock clock;

    @Autowired
    Colleagues colleagues;

    @Autowired
    BulkController bulk;

    @BeforeEach
    void atTenOnAMonday() {
        clock.set("2026-03-02 10:00");
    }

    @Test
    void eachIsAcceptedOrRefusedForItself() {
        var first = reported("东头的路灯不亮，晚上看不见路");
        var second = reported("菜场门口堆着垃圾没人收");
        var unknown = new IssueId(UUID.randomUUID()).toString();
        var targets = List.of(at(first, 1), at(unknown, 1), at(second, 7), at(second, 1));

        var answer = send(intake(), "acceptIssues", UUID.randomUUID(), targets, Map.of());

        assertThat(answer.number("done.doneCount")).isEqualTo(2);
        assertThat(answer.texts("done.outcomes[*].issueId")).containsExactly(first, unknown, second, second);
        assertThat(answer.text("done.outcomes[0].issue.status")).isEqualTo("ACCEPTED");
        assertThat(answer.text("done.outcomes[1].refusal.code")).isEqualTo("INPUT_REJECTED");
        assertThat(answer.text("done.outcomes[1].refusal.problems[0].path")).isEqualTo("issues[1].issueId");
        assertThat(version(second)).isEqualTo(2);
    }

    @Test
    void theWholeSentAgainHasOneEffectAndTheSameOutcomes() {
        var ids = List.of(reported("水管漏水漏了一天了"), reported("楼道里的灯一直闪"));
        var targets = ids.stream().map(id -> at(id, 1)).toList();
        var key = UUID.randomUUID();

        var once = send(intake(), "acceptIssues", key, targets, Map.of());
        var again = send(intake(), "acceptIssues", key, targets, Map.of());

        assertThat(once.number("done.doneCount")).isEqualTo(2);
        assertThat(again.number("done.doneCount")).isEqualTo(2);
        assertThat(again.texts("done.outcomes[*].replayed")).containsExactly("true", "true");
        assertThat(again.texts("done.outcomes[*].cursor")).isEqualTo(once.texts("done.outcomes[*].cursor"));
        ids.forEach(id -> assertThat(version(id)).isEqualTo(2));
    }

    @Test
    void manyAreDispatchedToOneAndUrged() {
        var ids = new ArrayList<String>();
        for (var matter : List.of("井盖松动，车过就响", "公园长椅断了一条腿", "河边护栏有个缺口", "公交站牌被撞歪了", "小学门口斑马线看不清")) {
            ids.add(reported(matter));
        }
        send(intake(), "acceptIssues", UUID.randomUUID(), targets(ids), Map.of());

        var lead = Map.of("departmentId", TownPeople.ENFORCEMENT_OFFICE.id());
        var dispatched = send(
                colleagues.dispatcher(),
                "dispatchIssues",
                UUID.randomUUID(),
                targets(ids),
                Map.of("lead", lead, "overrideReason", "统一处置"));
        var urged = send(intake(), "urgeIssues", UUID.randomUUID(), targets(ids), Map.of("text", "请尽快"));

        assertThat(dispatched.texts("done.outcomes[*].issue.status"))
                .containsOnly("DISPATCHED")
                .hasSize(5);
        assertThat(urged.number("done.doneCount")).isEqualTo(5);
    }

    @Test
    void whoMayNotDoesNothingAndTwoHundredAreEnough() {
        var id = reported("树枝压住了电线，刮风会断");

        var refused =
                send(graph.as(TownAccount.ZHANG_WEI), "acceptIssues", UUID.randomUUID(), List.of(at(id, 1)), Map.of());
        var tooMany = send(intake(), "acceptIssues", UUID.randomUUID(), Collections.nCopies(201, at(id, 1)), Map.of());
        var anonymous = send(graph.anonymous(), "acceptIssues", UUID.randomUUID(), List.of(at(id, 1)), Map.of());

        assertThat(refused.text("done.outcomes[0].refusal.code")).isEqualTo("NOT_YOUR_MOVE");
        assertThat(refused.number("done.doneCount")).isZero();
        assertThat(tooMany.code()).isEqualTo("LIST_TOO_LONG");
        assertThat(anonymous.code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(version(id)).isEqualTo(1);
    }

    @Test
    void twoHundredAreEnoughAlsoWhereListsMayBeLonger() {
        var target = new BulkController.BulkTarget(new IssueId(UUID.randomUUID()), 1);
        var input = new BulkController.AcceptIssuesInput(UUID.randomUUID(), Collections.nCopies(201, target), null);
        var viewer = TownViewers.in(Town.STREET, Role.INTAKE);

        assertThatThrownBy(() -> bulk.acceptIssues(input, viewer, "nowhere"))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(FaultCode.TOO_MANY);
                    assertThat(fault.words()).containsExactly("input.issues", 200);
                });
    }

    private Graph intake() {
        return graph.as(TownAccount.INTAKE);
    }

    private String reported(String description) {
        return Matter.reported(
                        graph.as(TownAccount.ZHANG_WEI),
                        Map.of(
                                "category",
                                "STREET_LIGHT",
                                "description",
                                description,
                                "source",
                                "RESIDENT_APP",
                                "gridId",
                                Town.EAST_YARD.id()))
                .id();
    }

    private int version(String id) {
        return graph.ask("query($id: ID!) { issue(by: {id: $id}) { version } }", Map.of("id", id))
                .number("issue.version");
    }

    private List<Map<String, Object>> targets(List<String> ids) {
        return ids.stream().map(id -> at(id, version(id))).toList();
    }

    private static Map<String, Object> at(String id, int version) {
        return Map.of("issueId", id, "expectedVersion", version);
    }

    private static Answer send(
            Graph by, String mutation, UUID key, List<Map<String, Object>> targets, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("key", key.toString());
        input.put("issues", targets);
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return by.ask(DOCUMENT.formatted(type, mutation), Map.of("input", input));
    }
}
