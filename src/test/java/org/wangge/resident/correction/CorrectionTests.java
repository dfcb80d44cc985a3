package org.wangge.resident.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Standings;
import org.wangge.resident.IdDocument;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPapers;
import org.wangge.town.TownThing;

/// How records are corrected, and what is kept of it.
@ApiTest
@TestPropertySource(properties = "test.town=corrections")
class CorrectionTests {
    private static final String PAYLOAD = """
            { resident { version source verifiedAt phone { display } name { display } idDocument { display }
                residency relation careNeeds changes { field before after role source by { number department } } }
              refusal { code ... on InputRejected { problems { path code } } ... on StaleVersion { current } }
              replayed cursor }""";

    private static final String RESIDENTS = "{ residents { nodes { id } } }";

    @Autowired
    Graph graph;

    @Autowired
    Standings standings;

    private Graph wang;

    @BeforeEach
    void signIn() {
        wang = graph.as(TownAccount.WANG);
    }

    @Test
    void letsGoOfWhoeverCameByThePhoneBefore() {
        var own = graph.as(TownAccount.ZHANG_WEI);
        assertThat(own.ask(RESIDENTS).texts("residents.nodes[*].id")).containsExactly(TownHomes.ZHANG_WEI.id());
        var version = wang.ask("{ resident(by: {id: \"%s\"}) { version } }".formatted(TownHomes.ZHANG_WEI.id()))
                .number("resident.version");

        correct(UUID.randomUUID(), TownHomes.ZHANG_WEI, version, "phone: \"13812345670\"");
        Awaited.the(standings.lookAhead().thenReturn(true));

        assertThat(own.ask(RESIDENTS).texts("residents.nodes[*].id")).isEmpty();
    }

    @Test
    void refusesToCorrectOnesOwnRecord() {
        var viewer = graph.as(TownAccount.LI_NA);
        TestPostgres.execute(
                graph.database(), """
                insert into account_grant (account_id, role, grid_id, grid_key, from_at, given_by, reason)
                values ('%s', 'GRID_MEMBER', '%s', '%s', '2025-01-01', 'test', 'test')""".formatted(TownAccount.LI_NA.uuid(), Town.EAST_YARD.uuid(), Town.EAST_YARD.key()));
        Awaited.the(standings.lookAhead().thenReturn(true));

        assertThat(correct(UUID.randomUUID(), TownHomes.LI_NA, 1, "careNeeds: []", TownAccount.LI_NA)
                        .text("done.refusal.code"))
                .isEqualTo("ONESELF");
        assertThat(viewer.ask(RESIDENTS).errors()).isEmpty();
    }

    @Test
    void changesWhatIsGivenAndNotesItMasked() {
        var key = UUID.randomUUID();
        var more = "phone: \"+86 138 1234 5678\", careNeeds: [MEAL_SERVICE]";

        var done = correct(key, TownHomes.LI_NA, 1, more);
        var again = correct(key, TownHomes.LI_NA, 1, more);

        assertThat(done.text("done.resident.phone.display")).isEqualTo("138****5678");
        assertThat(done.text("done.resident.name.display")).isEqualTo("李*");
        assertThat(done.number("done.resident.version")).isEqualTo(2);
        assertThat(done.text("done.resident.source")).isEqualTo("上门走访");
        assertThat(done.texts("done.resident.changes[*].field")).containsExactlyInAnyOrder("PHONE", "CARE_NEEDS");
        assertThat(done.texts("done.resident.changes[?(@.field == 'PHONE')].before"))
                .containsExactly("100****0002");
        assertThat(done.texts("done.resident.changes[?(@.field == 'PHONE')].after"))
                .containsExactly("138****5678");
        assertThat(done.texts("done.resident.changes[*].role")).containsOnly("GRID_MEMBER");
        assertThat(done.texts("done.resident.changes[*].by.number")).hasSize(2);
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(again.text("done.cursor")).isEqualTo(done.text("done.cursor"));
        assertThat(Tables.texts(
                        graph.database(), "select type || ' ' || subject_version from event order by n desc limit 1"))
                .containsExactly("RESIDENT_CORRECTED 2");
        assertThat(revealed(TownHomes.LI_NA)).containsExactly("13812345678");
        for (var table : List.of("command", "event", "resident_change", "resident")) {
            assertThat(Tables.texts(graph.database(), "select t::text from " + table + " t"))
                    .noneMatch(row -> row.contains("13812345678") || row.contains("138 1234 5678"));
        }
        assertThat(problems(correct(key, TownHomes.LI_NA, 1, "phone: \"13812345679\"")))
                .isEqualTo("KEY_REUSED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: \"  \"                               | name REQUIRED",
                "idDocument: \"999999198505010010\"         | idDocument MALFORMED",
                "idDocument: \"CARD_OF_LI_NA\"              | idDocument CONTRADICTS",
                "phone: \"1381234567\"                      | phone MALFORMED",
                "phone: \"abc\"                             | phone MALFORMED",
                "verifiedAt: \"2999-01-01T00:00:00Z\", name: \"张\" | verifiedAt IN_THE_FUTURE",
                "''                                         | input REQUIRED"
            })
    void refusesWhatCannotBe(String given, String problem) {
        var card = TownPapers.idDocumentOf(TownHomes.LI_NA);

        assertThat(problems(correct(UUID.randomUUID(), TownHomes.ZHANG_WEI, 1, given.replace("CARD_OF_LI_NA", card))))
                .isEqualTo(problem);
    }

    @Test
    void takesACardThatAgreesWithTheRecord() {
        var card = IdDocument.completed("99999919830101013");

        var done = correct(
                UUID.randomUUID(), TownHomes.LIU, 1, "idDocument: \"%s\"".formatted(card), TownAccount.EVERYTHING);

        assertThat(done.text("done.resident.idDocument.display"))
                .startsWith("999")
                .endsWith(card.substring(14));
    }

    @Test
    void refusesASecondHeadAStaleVersionAndWhomeverIsElsewhere() {
        assertThat(problems(correct(UUID.randomUUID(), TownHomes.WANG_FANG, 1, "relation: HEAD")))
                .isEqualTo("relation DUPLICATE");
        assertThat(problems(correct(UUID.randomUUID(), TownHomes.WANG_FANG, 7, "relation: OTHER")))
                .isEqualTo("STALE_VERSION");
        assertThat(problems(correct(UUID.randomUUID(), TownHomes.CHEN_DASHAN, 1, "relation: OTHER")))
                .isEqualTo("residentId UNKNOWN");
        assertThat(correct(UUID.randomUUID(), TownHomes.WANG_FANG, 1, "relation: OTHER", TownAccount.COMMANDER)
                        .code())
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void confirmsWithoutAChange() {
        var done = wang.ask("""
                mutation { done: confirmResident(input: {key: "%s", residentId: "%s", expectedVersion: 1, source: "电话核实"}) %s }""".formatted(UUID.randomUUID(), TownHomes.AYGUL.id(), PAYLOAD));

        assertThat(done.number("done.resident.version")).isEqualTo(2);
        assertThat(done.text("done.resident.source")).isEqualTo("电话核实");
        assertThat(done.list("done.resident.changes", Map.class)).isEmpty();
    }

    @Test
    void listsGapsWithTheirReasonsWhereOneServes() {
        var gaps = graph.as(TownAccount.EVERYTHING).ask("""
                { ledgerGaps(olderThan: "P36500D", within: "%s", first: 50) {
                    nodes { resident { id } reasons } total { amount } } }""".formatted(Town.WILLOW_TWO.id()));

        assertThat(gaps.texts("ledgerGaps.nodes[*].resident.id")).contains(TownHomes.LIU.id());
        assertThat(graph.as(TownAccount.OUYANG)
                        .ask("{ ledgerGaps(olderThan: \"P0D\") { nodes { reasons resident { id } } } }")
                        .texts("ledgerGaps.nodes[*].resident.id"))
                .containsExactlyInAnyOrder(TownHomes.CHEN_DASHAN.id(), TownHomes.CHEN_XIAOMING.id());
        assertThat(graph.as(TownAccount.AUDITOR)
                        .ask("{ ledgerGaps { nodes { reasons } } }")
                        .list("ledgerGaps.nodes", Map.class))
                .isEmpty();
    }

    private Answer correct(UUID key, TownThing resident, int version, String more) {
        return correct(key, resident, version, more, TownAccount.WANG);
    }

    private Answer correct(UUID key, TownThing resident, int version, String more, TownAccount by) {
        return graph.as(by).ask("""
                mutation { done: correctResident(input: {
                  key: "%s", residentId: "%s", expectedVersion: %d, source: "上门走访" %s }) %s }""".formatted(key, resident.id(), version, more.isEmpty() ? "" : ", " + more, PAYLOAD));
    }

    private List<String> revealed(TownThing resident) {
        return wang.ask("""
                mutation { done: revealResident(input: {key: "%s", residentId: "%s", fields: [PHONE], purpose: VISIT,
                  note: "核对更正后的电话"}) { values { value { value } } } }""".formatted(UUID.randomUUID(), resident.id())).texts("done.values[*].value.value");
    }

    static String problems(Answer answer) {
        var refusal = answer.get("done.refusal", Map.class);
        return refusal.get("problems") instanceof List<?> problems
                ? String.join(
                        ", ",
                        problems.stream()
                                .map(Map.class::cast)
                                .map(problem -> problem.get("path") + " " + problem.get("code"))
                                .toList())
                : String.valueOf(refusal.get("code"));
    }
}
