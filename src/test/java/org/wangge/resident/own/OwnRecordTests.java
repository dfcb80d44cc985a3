package org.wangge.resident.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPapers;

/// What residents see of what is kept about them.
@ApiTest
@TestPropertySource(properties = "test.town=own")
class OwnRecordTests {
    @Autowired
    Graph graph;

    @Test
    void showsTheOwnRecordMaskedAndNobodyElses() {
        var own = graph.as(TownAccount.ZHANG_WEI).ask("""
                { me { record { id name { display value } residencePeriods { premises { address } } household { no } } } }""");

        assertThat(own.text("me.record.id")).isEqualTo(TownHomes.ZHANG_WEI.id());
        assertThat(own.text("me.record.name.display")).isEqualTo("张*");
        own.response().path("me.record.name.value").valueIsNull();
        graph.as(TownAccount.NEWCOMER)
                .ask("{ me { record { id } disclosures { nodes { at } } requests { id } } }")
                .response()
                .path("me.record")
                .valueIsNull();
    }

    @Test
    void tellsWhoLookedAtOnceButNotTheirName() {
        var looked = graph.as(TownAccount.WANG).ask("""
                mutation { done: revealResident(input: {key: "%s", residentId: "%s", fields: [PHONE], purpose: VISIT,
                  note: "邻居反映噪音"}) { disclosure { id } } }""".formatted(UUID.randomUUID(), TownHomes.ZHANG_WEI.id()));
        assertThat(looked.text("done.disclosure.id")).startsWith("disclosure_");

        var told = graph.as(TownAccount.ZHANG_WEI).ask("""
                { me { disclosures(first: 1) { nodes { at kind role fields purpose by { number title department } }
                    pageInfo { hasNextPage endCursor } total { amount } } } }""");

        assertThat(told.texts("me.disclosures.nodes[*].role")).containsExactly("GRID_MEMBER");
        assertThat(told.texts("me.disclosures.nodes[0].fields")).containsExactly("PHONE");
        assertThat(told.text("me.disclosures.nodes[0].purpose")).isEqualTo("VISIT");
        assertThat(told.text("me.disclosures.nodes[0].by.number")).startsWith("WG");
        assertThat(told.response().path("me").entity(Map.class).get().toString())
                .doesNotContain("王秀英")
                .doesNotContain("噪音");
    }

    @Test
    void givesACopyOfEverythingInClearAndNotesIt() {
        var issue = graph.as(TownAccount.ZHANG_WEI).ask("""
                mutation { done: reportIssue(input: {key: "%s", type: DEMAND, category: "01", description: "东院路灯不亮三天了",
                  source: RESIDENT_APP, gridId: "%s"}) { issue { id } refusal { code } } }""".formatted(UUID.randomUUID(), Town.EAST_YARD.id()));
        var key = UUID.randomUUID();

        var copy = export(TownAccount.ZHANG_WEI, key);
        export(TownAccount.ZHANG_WEI, key);

        assertThat(copy.text("done.copy.record.name")).isEqualTo("张伟");
        assertThat(copy.text("done.copy.record.phone")).isEqualTo("10000000001");
        assertThat(copy.text("done.copy.record.id_document")).isEqualTo(TownPapers.idDocumentOf(TownHomes.ZHANG_WEI));
        assertThat(copy.texts("done.copy.record.residence_periods[*].address")).contains("东院1号");
        assertThat(copy.texts("done.copy.disclosures[*].kind")).contains("EXPORT");
        assertThat(issue.errors()).isEmpty();
        assertThat(Tables.number(graph.database(), "select count(*) from disclosure where kind = 'EXPORT'"))
                .isOne();
        assertThat(export(TownAccount.WANG, UUID.randomUUID()).code()).isEqualTo("NOT_PERMITTED");
    }

    private Answer export(TownAccount by, UUID key) {
        return graph.as(by)
                .ask("mutation { done: exportMyRecord(input: {key: \"%s\"}) { copy replayed refusal { code } } }"
                        .formatted(key));
    }
}
