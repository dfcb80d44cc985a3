package org.wangge.organisation.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// Volunteers are people: their names are masked, and nobody is one twice.
@ApiTest
class VolunteerTests {
    private static final String FIELDS =
            "volunteer { id no version isActive name { display value visibility } skills starLevel resident { id } member { name } }";

    @Autowired
    Graph graph;

    @Test
    void aNameIsSealedAndShownMasked() {
        var volunteer = register(TownAccount.WANG, Map.of("name", "司徒远山"));

        assertThat(volunteer.text("done.volunteer.name.display")).isEqualTo("司*");
        assertThat(volunteer.isNull("done.volunteer.name.value")).isTrue();
        assertThat(Tables.texts(graph.database(), "select v::text from volunteer v"))
                .isNotEmpty()
                .noneMatch(row -> row.contains("司徒远山"));
        assertThat(Tables.texts(graph.database(), "select encode(hash, 'escape') from command"))
                .noneMatch(row -> row.contains("司徒远山"));
    }

    @Test
    void aResidentIsAVolunteerOnce() {
        var wanted = Map.of("residentId", TownHomes.WANG_FANG.id());

        var first = register(TownAccount.WANG, wanted);
        var again = register(TownAccount.WANG, wanted);

        assertThat(first.text("done.volunteer.resident.id")).isEqualTo(TownHomes.WANG_FANG.id());
        assertThat(first.text("done.volunteer.name.display")).isEqualTo("王*");
        assertThat(Deeds.problems(again)).containsExactly("name DUPLICATE");
    }

    @Test
    void nobodyRegistersAResidentWhomTheyDoNotSee() {
        assertThat(Deeds.problems(register(TownAccount.WANG, Map.of("residentId", TownHomes.CHEN_DASHAN.id()))))
                .containsExactly("residentId UNKNOWN");
        assertThat(Deeds.problems(register(TownAccount.WANG, Map.of("gridId", Town.BRIDGE_ONE.id(), "name", "外人"))))
                .containsExactly("gridId UNKNOWN");
    }

    @Test
    void exactlyOneOfThreeSaysWhoItIs() {
        assertThat(Deeds.problems(register(TownAccount.WANG, Map.of()))).containsExactly("name REQUIRED");
        assertThat(Deeds.problems(register(TownAccount.WANG, Map.of("name", "甲", "memberId", TownPeople.ZHOU.id()))))
                .containsExactly("name CONTRADICTS");
        assertThat(Deeds.problems(register(TownAccount.WANG, Map.of("name", "甲", "skills", List.of("")))))
                .containsExactly("skills[0] REQUIRED");
    }

    @Test
    void aResidentBecomesOneByThemselfAndEndsIt() {
        var li = new Deeds(graph.as(TownAccount.LI_NA));
        var joined =
                li.done("becomeVolunteer", FIELDS, Map.of("gridId", Town.WILLOW_ONE.id(), "skills", List.of("理发")));

        assertThat(joined.text("done.volunteer.name.display")).isEqualTo("李*");
        assertThat(joined.text("done.volunteer.resident.id")).isEqualTo(TownHomes.LI_NA.id());
        var id = joined.text("done.volunteer.id");
        assertThat(graph.as(TownAccount.LI_NA)
                        .ask("{ myVolunteering { id skills } }")
                        .text("myVolunteering.id"))
                .isEqualTo(id);
        assertThat(Deeds.problems(li.done("becomeVolunteer", FIELDS, Map.of("gridId", Town.WILLOW_ONE.id()))))
                .containsExactly("name DUPLICATE");
        var left = li.done("leaveVolunteers", FIELDS, Map.of("volunteerId", id, "expectedVersion", 1));
        assertThat(left.get("done.volunteer.isActive", Boolean.class)).isFalse();
        assertThat(graph.as(TownAccount.LI_NA).ask("{ myVolunteering { id } }").isNull("myVolunteering"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"OUYANG", "ZHAO", "INTAKE", "HANDLER", "ZHANG_WEI", "AUDITOR"})
    void isSeenByNobodyElse(TownAccount account) {
        var id = register(TownAccount.WANG, Map.of("name", "乙")).text("done.volunteer.id");
        var asking = graph.as(account);

        assertThat(asking.ask("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(asking.ask("{ volunteers(first: 100) { nodes { id } } }").texts("volunteers.nodes[*].id"))
                .doesNotContain(id);
    }

    @Test
    void aTeamCountsWhoIsInIt() {
        var leader = new Deeds(graph.as(TownAccount.LI));
        var wang = new Deeds(graph.as(TownAccount.WANG));
        var team = leader.done("formTeam", "team { id }", Map.of("gridId", Town.WILLOW_ONE.id(), "name", "红马甲服务队"))
                .text("done.team.id");
        var volunteer = register(TownAccount.WANG, Map.of("name", "丙")).text("done.volunteer.id");
        var both = Map.of("teamId", team, "volunteerId", volunteer);

        assertThat(wang.done("joinTeam", "team { volunteerCount }", both).number("done.team.volunteerCount"))
                .isEqualTo(1);
        assertThat(Deeds.problems(wang.done("joinTeam", "team { id }", both))).containsExactly("volunteerId DUPLICATE");
        assertThat(graph.as(TownAccount.WANG)
                        .ask("{ volunteers(filter: {teamId: \"%s\"}) { nodes { id } } }".formatted(team))
                        .texts("volunteers.nodes[*].id"))
                .containsExactly(volunteer);
        assertThat(graph.anonymous()
                        .ask(
                                "query($id: ID!) { node(id: $id) { ... on VolunteerTeam { volunteerCount } } }",
                                Map.of("id", team))
                        .number("node.volunteerCount"))
                .isEqualTo(1);
        assertThat(wang.done("leaveTeam", "team { volunteerCount }", both).number("done.team.volunteerCount"))
                .isZero();
        assertThat(leader.done("disbandTeam", "team { isActive }", Map.of("teamId", team, "expectedVersion", 3))
                        .get("done.team.isActive", Boolean.class))
                .isFalse();
    }

    private Answer register(TownAccount account, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of("gridId", Town.WILLOW_ONE.id()));
        input.putAll(fields);
        return new Deeds(graph.as(account)).done("registerVolunteer", FIELDS, input);
    }
}
