package org.wangge.personnel.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.grid.GridKey;
import org.wangge.personnel.DutyList;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownDuties;
import org.wangge.town.TownGrid;
import org.wangge.town.TownPeople;

/// What may be given to grid staff is what is on the list in force, and nothing else.
@ApiTest
@TestPropertySource(properties = "test.town=admission")
class DutyListTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String PAYLOAD = """
            { dutyItem { id code title category issueCategories basis fromOn toOn isTemporary consent endReason version
                         grid { name } ownerDepartment { name } approvedBy { name } }
              replayed refusal { code ... on InputRejected { problems { path code } }
                                      ... on StaleVersion { expected current } } }""";
    private static final String ADMIT =
            "mutation($input: AdmitDutyItemInput!) { done: admitDutyItem(input: $input) " + PAYLOAD + " }";
    private static final String END =
            "mutation($input: EndDutyItemInput!) { done: endDutyItem(input: $input) " + PAYLOAD + " }";

    @Autowired
    Graph graph;

    @Autowired
    DutyList list;

    @BeforeEach
    void withTheListOfTheTown() {
        TestPostgres.execute(graph.database(), "delete from duty_item where code like 'T%'");
    }

    @ParameterizedTest
    @CsvSource({
        "NOISE, true",
        "ENVIRONMENT, true",
        "DRAINAGE, true",
        "MANHOLE_COVER, true",
        "FIRE_SAFETY, false",
        "PUBLIC_SAFETY, false",
        "FOOD_SAFETY, false",
        "NO_SUCH_THING, false"
    })
    void admitsCategoriesOnTheListAndThoseOfClassesOnIt(String category, boolean isAdmitted) {
        assertThat(admits(category, Town.EAST_YARD, DAY)).isEqualTo(isAdmitted);
    }

    @Test
    void admitsFromTheFirstDayToTheLast() {
        var item = admit(Map.of(
                        "code",
                        "T1",
                        "issueCategories",
                        List.of("WAGES"),
                        "fromOn",
                        "2026-03-10",
                        "toOn",
                        "2026-03-20",
                        "isTemporary",
                        true,
                        "consent",
                        "网格办同意函 12 号"))
                .text("done.dutyItem.id");

        assertThat(admits("WAGES", Town.EAST_YARD, DAY)).isFalse();
        assertThat(admits("WAGES", Town.EAST_YARD, LocalDate.of(2026, 3, 10))).isTrue();
        assertThat(admits("WAGES", Town.EAST_YARD, LocalDate.of(2026, 3, 19))).isTrue();
        assertThat(admits("WAGES", Town.EAST_YARD, LocalDate.of(2026, 3, 20))).isFalse();
        assertThat(codes("2026-03-19", "")).contains("T1");
        assertThat(codes("2026-03-20", "")).doesNotContain("T1");
        assertThat(graph.ask("query($id: ID!) { node(id: $id) { ... on DutyItem { code } } }", Map.of("id", item))
                        .text("node.code"))
                .isEqualTo("T1");
    }

    @Test
    void aListOfAGridHoldsThereAndBelow() {
        admit(Map.of("code", "T2", "gridId", Town.WILLOW.id(), "issueCategories", List.of("MARKET")));

        assertThat(admits("FOOD_SAFETY", Town.EAST_YARD, DAY)).isTrue();
        assertThat(admits("FOOD_SAFETY", Town.BRIDGE_YARD, DAY)).isFalse();
        assertThat(codes("2026-03-02", "within: \"%s\"".formatted(Town.EAST_YARD.id())))
                .contains("T2", "D01");
        assertThat(codes("2026-03-02", "within: \"%s\"".formatted(Town.BRIDGE_YARD.id())))
                .contains("D01")
                .doesNotContain("T2");
    }

    @Test
    void showsTheListToStaffWithWhatIsSetAboveThemAndToNobodyElse() {
        var document = "{ dutyItems(on: \"2026-03-02\", category: PATROL_VISIT) { code grid { name } } }";

        assertThat(graph.as(TownAccount.WANG).ask(document).texts("dutyItems[*].grid.name"))
                .containsExactly("示范街道");
        assertThat(graph.as(TownAccount.ZHANG_WEI).ask(document).code()).isEqualTo("NOT_PERMITTED");
        assertThat(graph.anonymous().ask(document).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(graph.as(TownAccount.ZHANG_WEI)
                        .ask("query($id: ID!) { node(id: $id) { id } }", Map.of("id", TownDuties.FACILITIES.id()))
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void whoLeadsTheSubdistrictAdmitsOnceForOneKey() {
        var input = input(Map.of(
                "code",
                "T3",
                "issueCategories",
                List.of("LABOUR", "LABOUR"),
                "ownerDepartmentId",
                TownPeople.ENFORCEMENT_OFFICE.id()));

        var first = graph.as(TownAccount.LEADER).ask(ADMIT, Map.of("input", input));
        var again = graph.as(TownAccount.LEADER).ask(ADMIT, Map.of("input", input));

        assertThat(first.texts("done.dutyItem.issueCategories")).containsExactly("LABOUR");
        assertThat(first.text("done.dutyItem.ownerDepartment.name")).isEqualTo("综合执法办公室");
        assertThat(first.number("done.dutyItem.version")).isEqualTo(1);
        assertThat(again.text("done.dutyItem.id")).isEqualTo(first.text("done.dutyItem.id"));
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"WANG", "WILLOW_LEADER", "COMMANDER", "INTAKE", "HANDLER", "SYSTEM_ADMIN", "ZHANG_WEI"})
    void nobodyElseAdmits(TownAccount account) {
        var before = items();

        var answer = graph.as(account).ask(ADMIT, Map.of("input", input(Map.of("code", "T4"))));

        assertThat(answer.code()).isEqualTo("NOT_PERMITTED");
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aTemporaryItemNeedsItsConsentAndItsEnd() {
        var answer = admit(Map.of("code", "T5", "isTemporary", true));

        assertThat(problems(answer)).containsExactly("consent REQUIRED", "toOn REQUIRED");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var answer = admit(Map.of(
                "gridId", "grid_AAAAAAAAcAGAAAAAACcQAQ",
                "code", "",
                "title", "题".repeat(201),
                "basis", " ",
                "issueCategories", List.of("NOISE", "NO_SUCH_THING"),
                "ownerDepartmentId", "department_AAAAAAAAcAGAAAAAACcQAQ",
                "toOn", "2026-01-01"));

        assertThat(problems(answer))
                .containsExactlyInAnyOrder(
                        "gridId UNKNOWN",
                        "code REQUIRED",
                        "title TOO_LONG",
                        "basis REQUIRED",
                        "issueCategories UNKNOWN",
                        "ownerDepartmentId UNKNOWN",
                        "toOn NOT_IN_ORDER");
    }

    @Test
    void aCodeIsOnTheListOnceAtATime() {
        admit(Map.of("code", "T6", "fromOn", "2026-01-01", "toOn", "2026-02-01"));

        var meanwhile = admit(Map.of("code", "T6", "fromOn", "2026-01-31"));
        var afterwards = admit(Map.of("code", "T6", "fromOn", "2026-02-01"));

        assertThat(problems(meanwhile)).containsExactly("code DUPLICATE");
        assertThat(afterwards.text("done.dutyItem.code")).isEqualTo("T6");
    }

    @Test
    void anItemLeavesTheListOnTheDayThatIsSet() {
        var id = admit(Map.of("code", "T7", "issueCategories", List.of("CONSTRUCTION")))
                .text("done.dutyItem.id");

        var ended = end(id, 1, "2026-04-01");
        var stale = end(id, 1, "2026-03-15");
        var later = end(id, 2, "2026-05-01");
        var unknown = end("dutyItem_AAAAAAAAcAGAAAAAACcQAQ", 1, "2026-04-01");

        assertThat(ended.text("done.dutyItem.toOn")).isEqualTo("2026-04-01");
        assertThat(ended.text("done.dutyItem.endReason")).isEqualTo("不再需要");
        assertThat(ended.number("done.dutyItem.version")).isEqualTo(2);
        assertThat(stale.number("done.refusal.current")).isEqualTo(2);
        assertThat(problems(later)).containsExactly("toOn NOT_IN_ORDER");
        assertThat(problems(unknown)).containsExactly("dutyItemId UNKNOWN");
        assertThat(admits("SITE_DUST", Town.EAST_YARD, LocalDate.of(2026, 3, 31)))
                .isTrue();
        assertThat(admits("SITE_DUST", Town.EAST_YARD, LocalDate.of(2026, 4, 1)))
                .isFalse();
    }

    private boolean admits(String category, TownGrid grid, LocalDate on) {
        return Awaited.the(list.admits(category, new GridKey(grid.key()), on));
    }

    private List<String> codes(String on, String more) {
        return graph.ask("{ dutyItems(on: \"%s\" %s) { code } }".formatted(on, more))
                .texts("dutyItems[*].code");
    }

    private long items() {
        return Tables.number(graph.database(), "select count(*) from duty_item");
    }

    private Answer end(String id, int version, String toOn) {
        return graph.ask(
                END,
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "dutyItemId",
                                id,
                                "expectedVersion",
                                version,
                                "toOn",
                                toOn,
                                "reason",
                                "不再需要")));
    }

    private Answer admit(Map<String, ? extends @Nullable Object> fields) {
        return graph.ask(ADMIT, Map.of("input", input(fields)));
    }

    private static Map<String, Object> input(Map<String, ? extends @Nullable Object> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "gridId", Town.STREET.id(),
                "title", "临时排查",
                "category", "PATROL_VISIT",
                "basis", "街道办公会纪要",
                "fromOn", "2026-03-01"));
        input.putAll(fields);
        return input;
    }

    private static List<String> problems(Answer answer) {
        assertThat(answer.text("done.refusal.code")).isEqualTo("INPUT_REJECTED");
        var paths = answer.texts("done.refusal.problems[*].path");
        var codes = answer.texts("done.refusal.problems[*].code");
        return java.util.stream.IntStream.range(0, paths.size())
                .mapToObj(i -> paths.get(i) + " " + codes.get(i))
                .toList();
    }
}
