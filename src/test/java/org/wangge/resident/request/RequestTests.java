package org.wangge.resident.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPapers;

/// What residents ask about their records, from the question to what was decided.
@ApiTest
@TestPropertySource(properties = "test.town=requests")
class RequestTests {
    private static final String PAYLOAD = """
            { request { id kind field proposed { display value } reason state answer version decidedBy { number }
                resident { id version name { display } phone { display } idDocument { display } careNeeds source } }
              refusal { code ... on InputRejected { problems { path code } } } replayed cursor }""";

    @Autowired
    Graph graph;

    @Test
    void correctsWhatALeaderGrantsAndTellsTheResident() {
        var asked = ask("requestCorrection", "field: PHONE, proposed: \"138-0000-9999\", reason: \"换号\"");
        var id = asked.text("done.request.id");
        assertThat(asked.text("done.request.proposed.display")).isEqualTo("138****9999");
        assertThat(problems(ask("requestCorrection", "field: PHONE, proposed: \"13800009998\", reason: \"换号\"")))
                .isEqualTo("field DUPLICATE");
        assertThat(open(TownAccount.LI)).contains(id);
        assertThat(open(TownAccount.OUYANG)).doesNotContain(id);

        assertThat(problems(decide(TownAccount.OUYANG, id, 1, "GRANT"))).isEqualTo("requestId UNKNOWN");
        assertThat(decide(TownAccount.WANG, id, 1, "GRANT").code()).isEqualTo("NOT_PERMITTED");
        var granted = decide(TownAccount.LI, id, 1, "GRANT");

        assertThat(granted.text("done.request.state")).isEqualTo("GRANTED");
        assertThat(granted.text("done.request.resident.phone.display")).isEqualTo("138****9999");
        assertThat(granted.text("done.request.resident.source")).isEqualTo("本人申请");
        assertThat(problems(decide(TownAccount.LI, id, 1, "DECLINE"))).isEqualTo("STALE_VERSION");
        assertThat(graph.as(TownAccount.ZHANG_WEI)
                        .ask("{ me { requests { state answer decidedBy { number } } } }")
                        .texts("me.requests[*].answer"))
                .contains("已核实办理");
        assertThat(Tables.texts(graph.database(), "select t::text from record_request t"))
                .noneMatch(row -> row.contains("13800009999") || row.contains("138-0000-9999"));
        assertThat(Tables.texts(graph.database(), "select type from event order by n desc limit 1"))
                .containsExactly("RESIDENT_CORRECTED");
    }

    @Test
    void refusesWhatCannotBeAndWhoeverIsNoResident() {
        assertThat(problems(ask("requestCorrection", "field: RESIDENCY, proposed: \"ROYAL\", reason: \"x\"")))
                .isEqualTo("proposed MALFORMED");
        assertThat(problems(ask("requestCorrection", "field: ID_DOCUMENT, proposed: \"123\", reason: \"x\"")))
                .isEqualTo("proposed MALFORMED");
        for (var account : List.of(TownAccount.NEWCOMER, TownAccount.LI)) {
            assertThat(graph.as(account)
                            .ask("mutation { requestDeletion(input: {key: \"%s\", reason: \"x\"}) { replayed } }"
                                    .formatted(UUID.randomUUID()))
                            .code())
                    .isEqualTo("NOT_PERMITTED");
        }
    }

    @Test
    void refusesAGrantThatContradictsTheRecord() {
        var card = TownPapers.idDocumentOf(TownHomes.LI_NA);
        var id = ask("requestCorrection", "field: ID_DOCUMENT, proposed: \"%s\", reason: \"x\"".formatted(card))
                .text("done.request.id");

        assertThat(problems(decide(TownAccount.LI, id, 1, "GRANT"))).isEqualTo("requestId CONTRADICTS");
        assertThat(decide(TownAccount.LI, id, 1, "DECLINE").text("done.request.state"))
                .isEqualTo("DECLINED");
    }

    @Test
    void deletesWhatIsPersonalWhenItIsGranted() {
        var smith = TownHomes.SMITH.uuid();
        TestPostgres.execute(
                graph.database(),
                "update account set resident_id = '%s' where id = '%s'".formatted(smith, TownAccount.ANALYSIS.uuid()));
        var id = graph.as(TownAccount.ANALYSIS)
                .ask("mutation { done: requestDeletion(input: {key: \"%s\", reason: \"已搬走\"}) %s }"
                        .formatted(UUID.randomUUID(), PAYLOAD))
                .text("done.request.id");

        var granted = decide(TownAccount.EVERYTHING, id, 1, "GRANT");

        assertThat(granted.text("done.request.resident.name.display")).isEqualTo("*");
        granted.response().path("done.request.resident.phone").valueIsNull();
        granted.response().path("done.request.resident.idDocument").valueIsNull();
        assertThat(Tables.number(graph.database(), """
                select count(*) from resident where id = '%s' and phone_index is null and id_document_index is null
                and care_needs = '{}' and anonymised_at is not null""".formatted(smith))).isOne();
    }

    private Answer ask(String command, String given) {
        return graph.as(TownAccount.ZHANG_WEI)
                .ask("mutation { done: %s(input: {key: \"%s\", %s}) %s }"
                        .formatted(command, UUID.randomUUID(), given, PAYLOAD));
    }

    private Answer decide(TownAccount by, String id, int version, String decision) {
        return graph.as(by).ask("""
                mutation { done: decideRequest(input: {
                  key: "%s", requestId: "%s", expectedVersion: %d, decision: %s, answer: "已核实办理" }) %s }""".formatted(UUID.randomUUID(), id, version, decision, PAYLOAD));
    }

    private List<String> open(TownAccount by) {
        return graph.as(by).ask("{ recordRequests { nodes { id } } }").texts("recordRequests.nodes[*].id");
    }

    private static String problems(Answer answer) {
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
