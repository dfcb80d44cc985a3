package org.wangge.resident.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPapers;

/// Whom a whole number finds, and what is noted of it.
@DisclosureTest
class SearchTests {
    private static final String FOUND = """
            { residents { id name { display value } phone { display } } disclosure { kind residentId fields }
              refusal { code ... on InputRejected { problems { path code } } } replayed }""";

    @Autowired
    Graph graph;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone: \"10000000001\"",
                "phone: \"+86 100 0000 0001\"",
                "phone: \"１０００００００００１\"",
                "phone: \"0086-100-0000-0001\""
            })
    void findsByAPhoneHoweverItIsWritten(String by) {
        var answer = search(TownAccount.WANG, by, "VISIT");

        assertThat(answer.texts("done.residents[*].id")).containsExactly(TownHomes.ZHANG_WEI.id());
        assertThat(answer.texts("done.residents[*].name.display")).containsExactly("张*");
        assertThat(answer.text("done.disclosure.residentId")).isEqualTo(TownHomes.ZHANG_WEI.id());
        assertThat(answer.texts("done.disclosure.fields")).containsExactly("PHONE");
    }

    @Test
    void findsByAnIdDocumentInAnySpelling() {
        var number = TownPapers.idDocumentOf(TownHomes.ZHANG_WEI);
        var spelled = number.substring(0, 6) + " " + number.substring(6).toLowerCase(Locale.ROOT);

        assertThat(search(TownAccount.WANG, "idDocument: \"%s\"".formatted(spelled), "VISIT")
                        .texts("done.residents[*].id"))
                .containsExactly(TownHomes.ZHANG_WEI.id());
    }

    @Test
    void findsNobodyElsewhereAndNotesThatToo() {
        var answer = search(TownAccount.OUYANG, "phone: \"10000000001\"", "VISIT");

        assertThat(answer.list("done.residents", Map.class)).isEmpty();
        assertThat(answer.text("done.disclosure.kind")).isEqualTo("SEARCH");
        answer.response().path("done.disclosure.residentId").valueIsNull();
    }

    @Test
    void findsForTheCommanderInAnEmergencyOnly() {
        assertThat(search(TownAccount.COMMANDER, "phone: \"10000000001\"", "EMERGENCY")
                        .texts("done.residents[*].id"))
                .containsExactly(TownHomes.ZHANG_WEI.id());
        assertThat(search(TownAccount.COMMANDER, "phone: \"10000000001\"", "VISIT")
                        .code())
                .isEqualTo("NOT_PERMITTED");
        assertThat(search(TownAccount.AUDITOR, "phone: \"10000000001\"", "EMERGENCY")
                        .code())
                .isEqualTo("NOT_PERMITTED");
        assertThat(search(TownAccount.ZHANG_WEI, "phone: \"10000000002\"", "VISIT")
                        .code())
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void keepsNoNumberThatSomebodyLookedFor() {
        search(TownAccount.WANG, "phone: \"13900001111\"", "VISIT");

        for (var table : List.of("command", "disclosure")) {
            assertThat(Tables.texts(graph.database(), "select t::text from " + table + " t"))
                    .noneMatch(row -> row.contains("13900001111"));
        }
    }

    @Test
    void looksOncePerDocument() {
        var once =
                "revealResident(input: {key: \"%s\", residentId: \"%s\", fields: [NAME], purpose: VISIT, note: \"上门核对信息\"}) { values { field } }";
        var answer = graph.as(TownAccount.WANG)
                .ask("mutation { a: %s b: %s }"
                        .formatted(
                                once.formatted(UUID.randomUUID(), TownHomes.LI_NA.id()),
                                once.formatted(UUID.randomUUID(), TownHomes.ZHANG_WEI.id())));

        assertThat(answer.code()).isEqualTo("ONE_PER_DOCUMENT");
    }

    private Answer search(TownAccount by, String number, String purpose) {
        return graph.as(by).ask("""
                mutation { done: searchResident(input: {
                  key: "%s", by: {%s}, purpose: %s, note: "来电核实身份" }) %s }""".formatted(UUID.randomUUID(), number, purpose, FOUND));
    }
}
