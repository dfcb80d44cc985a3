package org.wangge.organisation.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;

/// The names of volunteers are told to those who need them, and it is noted who looked and why.
@ApiTest
class RevealVolunteerTests {
    private static final String REVEAL = """
            mutation($input: RevealVolunteerInput!) { done: revealVolunteer(input: $input) { replayed
              name { display value visibility } refusal { code ... on InputRejected { problems { path code } } } } }""";

    @Autowired
    Graph graph;

    @Test
    void isNotedBeforeItIsShownAndOnceForAKey() {
        var id = registered(Map.of("name", "司徒静远"));
        var key = Map.of("key", UUID.randomUUID().toString());

        var shown = reveal(TownAccount.WANG, id, key);
        var again = reveal(TownAccount.WANG, id, key);

        assertThat(shown.text("done.name.value")).isEqualTo("司徒静远");
        assertThat(shown.text("done.name.visibility")).isEqualTo("FULL");
        assertThat(again.text("done.name.value")).isEqualTo("司徒静远");
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(looks(id)).isEqualTo(1);
        var noted = "disclosures.nodes[?(@.serves == '" + id + "')].";
        var log = graph.as(TownAccount.AUDITOR)
                .ask("{ disclosures(first: 100) { nodes { serves kind role purpose fields note } } }");
        assertThat(log.texts(noted + "kind")).containsExactly("REVEAL");
        assertThat(log.texts(noted + "role")).containsExactly("GRID_MEMBER");
        assertThat(log.texts(noted + "purpose")).containsExactly("VOLUNTEERING");
        assertThat(log.texts(noted + "fields[*]")).containsExactly("NAME");
        assertThat(log.texts(noted + "note")).containsExactly("活动签到核对姓名");
    }

    @Test
    void isRefusedWhereNothingHasToBeKnown() {
        var id = registered(Map.of("name", "端木青"));
        var resident = registered(Map.of("residentId", TownHomes.ALI.id()));

        assertThat(Deeds.problems(reveal(TownAccount.OUYANG, id, Map.of()))).containsExactly("volunteerId UNKNOWN");
        assertThat(Deeds.problems(reveal(TownAccount.ZHANG_WEI, id, Map.of()))).containsExactly("volunteerId UNKNOWN");
        assertThat(Deeds.problems(reveal(TownAccount.WANG, id, Map.of("purpose", "OWN_RECORD"))))
                .containsExactly("volunteerId UNKNOWN");
        assertThat(Deeds.problems(reveal(TownAccount.WANG, id, Map.of("purpose", "CARE", "note", "看看"))))
                .containsExactlyInAnyOrder("note TOO_SHORT", "purpose NOT_ALLOWED");
        assertThat(Deeds.problems(reveal(TownAccount.WANG, resident, Map.of())))
                .containsExactly("volunteerId NOT_ALLOWED");
        assertThat(looks(id)).isZero();
    }

    @Test
    void volunteersSeeTheirOwn() {
        new Deeds(graph.as(TownAccount.NEWCOMER))
                .done("becomeVolunteer", "volunteer { id }", Map.of("gridId", Town.WILLOW_ONE.id(), "name", "新来的"));
        var id = graph.as(TownAccount.NEWCOMER).ask("{ myVolunteering { id } }").text("myVolunteering.id");

        var shown = reveal(TownAccount.NEWCOMER, id, Map.of("purpose", "OWN_RECORD"));

        assertThat(shown.text("done.name.value")).isEqualTo("新来的");
        assertThat(Tables.texts(graph.database(), "select kind from disclosure where serves = '%s'".formatted(id)))
                .containsExactly("OWN");
    }

    private String registered(Map<String, ?> who) {
        Map<String, Object> input = new HashMap<>(Map.of("gridId", Town.WILLOW_ONE.id()));
        input.putAll(who);
        return new Deeds(graph.as(TownAccount.WANG))
                .done("registerVolunteer", "volunteer { id }", input)
                .text("done.volunteer.id");
    }

    private Answer reveal(TownAccount account, String id, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(), "volunteerId", id, "purpose", "VOLUNTEERING", "note", "活动签到核对姓名"));
        input.putAll(more);
        return graph.as(account).ask(REVEAL, Map.of("input", input));
    }

    private long looks(String id) {
        return Tables.number(graph.database(), "select count(*) from disclosure where serves = '%s'".formatted(id));
    }
}
