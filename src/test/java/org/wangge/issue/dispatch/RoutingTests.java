package org.wangge.issue.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownPeople;

/// Who says whom issues go to, and who sees it.
@ApiTest
@TestPropertySource(properties = "test.town=dispatching")
class RoutingTests {
    private static final String PAYLOAD = """
            { rule { id category { code } grid { name } level priority role isActive version
                     department { name } member { name } }
              replayed refusal { code ... on InputRejected { problems { path code } } ... on StaleVersion { current } } }""";
    private static final String SET =
            "mutation($input: SetDispatchRuleInput!) { done: setDispatchRule(input: $input) " + PAYLOAD + " }";
    private static final String END =
            "mutation($input: EndDispatchRuleInput!) { done: endDispatchRule(input: $input) " + PAYLOAD + " }";

    @Autowired
    Graph graph;

    @BeforeEach
    void withoutRules() {
        TestPostgres.execute(graph.database(), "delete from dispatch_rule");
    }

    @Test
    void namesADepartmentAMemberOrWhoeverServesTheGrid() {
        var department = set(Map.of());
        var member = set(Map.of("priority", 2, "target", Map.of("memberId", TownPeople.CHEN.id())));
        var role = set(Map.of("level", "GRID", "target", Map.of("role", "GRID_LEADER")));

        assertThat(department.text("done.rule.department.name")).isEqualTo("综合执法办公室");
        assertThat(department.number("done.rule.priority")).isEqualTo(100);
        assertThat(member.text("done.rule.member.name")).isEqualTo("陈志远");
        assertThat(role.text("done.rule.role")).isEqualTo("GRID_LEADER");
        assertThat(graph.ask("{ dispatchRules(category: \"NOISE\") { category { code } grid { name } } }")
                        .texts("dispatchRules[*].grid.name"))
                .containsExactly("示范街道", "示范街道", "示范街道");
    }

    @Test
    void takesThePlaceOfTheRuleForTheSame() {
        var first = set(Map.of()).text("done.rule.id");

        var second = set(Map.of("target", Map.of("role", "GRID_MEMBER"))).text("done.rule.id");

        assertThat(graph.ask("{ dispatchRules { id } }").texts("dispatchRules[*].id"))
                .containsExactly(second);
        assertThat(graph.ask(
                                "query($id: ID!) { node(id: $id) { ... on DispatchRule { isActive endedAt version } } }",
                                Map.of("id", first))
                        .get("node.isActive", Boolean.class))
                .isFalse();
    }

    @Test
    void hasItsEffectOnceForOneKey() {
        var key = UUID.randomUUID().toString();
        var first = set(Map.of("key", key));

        var again = set(Map.of("key", key));

        assertThat(again.text("done.rule.id")).isEqualTo(first.text("done.rule.id"));
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(Tables.number(graph.database(), "select count(*) from dispatch_rule"))
                .isEqualTo(1);
    }

    @Test
    void endsOnce() {
        var id = set(Map.of()).text("done.rule.id");

        var ended = end(id, 1);
        var stale = end(id, 1);
        var again = end(id, 2);

        assertThat(ended.get("done.rule.isActive", Boolean.class)).isFalse();
        assertThat(stale.number("done.refusal.current")).isEqualTo(2);
        assertThat(again.texts("done.refusal.problems[*].code")).containsExactly("SAME_AS_BEFORE");
        assertThat(graph.ask("{ dispatchRules { id } }").texts("dispatchRules[*].id"))
                .isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var unknown = set(Map.of("gridId", "grid_AAAAAAAAcAGAAAAAACcQAQ", "category", "NO_SUCH_THING", "priority", 0));
        var nobody = set(Map.of("target", Map.of("memberId", TownPeople.SUN.id())));
        var elsewhere = set(Map.of("gridId", Town.BRIDGE.id(), "target", Map.of("memberId", TownPeople.WANG.id())));

        assertThat(problems(unknown)).containsExactly("gridId UNKNOWN", "category UNKNOWN", "priority OUT_OF_RANGE");
        assertThat(problems(nobody)).containsExactly("target UNKNOWN");
        assertThat(problems(elsewhere)).containsExactly("target UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "LEADER,",
        "WANG, NOT_PERMITTED",
        "WILLOW_LEADER, NOT_PERMITTED",
        "INTAKE, NOT_PERMITTED",
        "COMMANDER, NOT_PERMITTED",
        "HANDLER, NOT_PERMITTED",
        "ZHANG_WEI, NOT_PERMITTED"
    })
    void isForWhoeverLeadsTheSubdistrictAndTheDispatchPost(TownAccount account, String code) {
        var answer = graph.as(account).ask(SET, Map.of("input", input(Map.of())));

        if (code == null) {
            assertThat(answer.text("done.rule.grid.name")).isEqualTo("示范街道");
        } else {
            assertThat(answer.code()).isEqualTo(code);
            assertThat(Tables.number(graph.database(), "select count(*) from dispatch_rule"))
                    .isZero();
        }
    }

    @Test
    void isSeenByTheStaffThere() {
        set(Map.of("gridId", Town.WILLOW_ONE.id(), "target", Map.of("role", "GRID_LEADER")));
        set(Map.of());

        var document = "{ dispatchRules { grid { name } } }";

        assertThat(graph.as(TownAccount.WANG).ask(document).texts("dispatchRules[*].grid.name"))
                .containsExactly("柳一格");
        assertThat(graph.as(TownAccount.OUYANG).ask(document).texts("dispatchRules[*].grid.name"))
                .isEmpty();
        assertThat(graph.as(TownAccount.ZHANG_WEI).ask(document).code()).isEqualTo("NOT_PERMITTED");
    }

    private Answer set(Map<String, Object> fields) {
        return graph.ask(SET, Map.of("input", input(fields)));
    }

    private Answer end(String id, int version) {
        return graph.ask(
                END,
                Map.of("input", Map.of("key", UUID.randomUUID().toString(), "ruleId", id, "expectedVersion", version)));
    }

    private static Map<String, Object> input(Map<String, Object> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "category", "NOISE",
                "gridId", Town.STREET.id(),
                "target", Map.of("departmentId", TownPeople.ENFORCEMENT_OFFICE.id())));
        input.putAll(fields);
        return input;
    }

    private static List<String> problems(Answer answer) {
        var paths = answer.texts("done.refusal.problems[*].path");
        var codes = answer.texts("done.refusal.problems[*].code");
        return IntStream.range(0, paths.size())
                .mapToObj(i -> paths.get(i) + " " + codes.get(i))
                .toList();
    }
}
