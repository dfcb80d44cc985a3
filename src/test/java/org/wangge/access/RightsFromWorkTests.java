package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownPeople;

/// Rights come from assignments and shifts: they begin and end with them.
@ApiTest
class RightsFromWorkTests {
    private static final String ROLES = "{ me { roles { role } } }";
    private static final String RESIDENTS = "{ residents { nodes { id } } }";

    /// Whom 周组长 sees by leading 一组.
    private static final int OF_GROUP_ONE = 5;

    @Autowired
    Graph graph;

    @Autowired
    Standings standings;

    @Autowired
    Tokens tokens;

    /// Others count what there is in the town.
    @AfterEach
    void leaveTheTownAsItWas() {
        removeShifts();
        TestPostgres.execute(
                graph.database(),
                "delete from assignment where member_id = '%s' and grid_id = '%s'"
                        .formatted(TownPeople.ZHOU.uuid(), Town.WILLOW_TWO.uuid()));
    }

    @Test
    void endWithTheAssignmentBeforeItsAnswerIsHere() {
        var grid = Town.WILLOW_TWO;
        var visitor = member(TownPeople.ZHOU.uuid());
        var assigned = assign(grid.id());
        assertThat(graph.with(visitor).ask(RESIDENTS).texts("residents.nodes[*].id"))
                .hasSize(3 + OF_GROUP_ONE);

        end(assigned);

        assertThat(graph.with(visitor).ask(RESIDENTS).texts("residents.nodes[*].id"))
                .hasSize(OF_GROUP_ONE);
    }

    @Test
    void ofAPostHoldDuringTheShiftAndNoLonger() {
        var token = graph.as(TownAccount.LI);
        assertThat(token.ask(ROLES).texts("me.roles[*].role")).containsOnly("GRID_LEADER");

        shift("now() - interval '2 hours'", "now() - interval '5 seconds'");
        shift("now() + interval '2 hours'", "now() + interval '3 hours'");
        assertThat(token.ask(ROLES).texts("me.roles[*].role")).containsOnly("GRID_LEADER");

        shift("now() - interval '1 second'", "now() + interval '1 hour'");
        assertThat(token.ask(ROLES).texts("me.roles[*].role")).containsOnly("GRID_LEADER", "DUTY_COMMANDER");

        removeShifts();
        Awaited.the(standings.lookAhead().thenReturn(true));
        assertThat(token.ask(ROLES).texts("me.roles[*].role")).containsOnly("GRID_LEADER");
    }

    @Test
    void areGivenToNobodyByThemself() {
        var input = Map.of(
                "key", UUID.randomUUID().toString(),
                "memberId", TownPeople.LI.id(),
                "gridId", Town.WILLOW.id(),
                "role", "GRID_LEADER",
                "fromOn", "2026-01-01");

        assertThat(assigned(graph.as(TownAccount.LI), input).code()).isEqualTo("NOT_PERMITTED");
        assertThat(assigned(graph.as(TownAccount.WANG), input).code()).isEqualTo("NOT_PERMITTED");
        assertThat(assigned(graph.anonymous(), input).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(assigned(graph.as(TownAccount.WILLOW_LEADER), with(input, "gridId", Town.BRIDGE.id()))
                        .text("assignMember.refusal.problems[0].code"))
                .isEqualTo("UNKNOWN");
    }

    private static Map<String, String> with(Map<String, String> input, String name, String value) {
        var changed = new HashMap<>(input);
        changed.put(name, value);
        return changed;
    }

    private static Answer assigned(Graph asking, Map<String, String> input) {
        return asking.ask("""
                mutation($input: AssignMemberInput!) { assignMember(input: $input) {
                  assignment { id version } refusal { code ... on InputRejected { problems { path code } } } } }""", Map.of("input", input));
    }

    /// A token of an account that is bound to a member.
    private String member(UUID member) {
        var visitor = Visitor.with("VOLUNTEER", Town.WILLOW, graph.database());
        TestPostgres.execute(
                graph.database(),
                "update account set member_id = '%s' where id = '%s'".formatted(member, visitor.account()));
        return Awaited.the(tokens.issue(visitor.account(), visitor.session())).text();
    }

    private String assign(String grid) {
        var input = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "memberId",
                TownPeople.ZHOU.id(),
                "gridId",
                grid,
                "role",
                "PART_TIME_MEMBER",
                "fromOn",
                "2026-01-01");
        return assigned(graph, input).text("assignMember.assignment.id");
    }

    private void end(String assignment) {
        var input = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "assignmentId",
                assignment,
                "expectedVersion",
                1,
                "toOn",
                "2026-01-02",
                "reason",
                "调往别处工作");
        graph.ask(
                        "mutation($input: EndAssignmentInput!) { endAssignment(input: $input) { assignment { id } } }",
                        Map.of("input", input))
                .text("endAssignment.assignment.id");
    }

    private void removeShifts() {
        TestPostgres.execute(
                graph.database(),
                "delete from duty_shift where id not in ('%s', '%s', '%s')"
                        .formatted(
                                TownPeople.CHEN_COMMANDS.uuid(),
                                TownPeople.LI_COMMANDS.uuid(),
                                TownPeople.ZHAO_TAKES_IN.uuid()));
    }

    private void shift(String from, String to) {
        TestPostgres.execute(
                graph.database(), """
                insert into duty_shift (post_id, member_id, starts_at, ends_at)
                values ('%s', '%s', %s, %s)""".formatted(TownPeople.COMMANDER_POST.uuid(), TownPeople.LI.uuid(), from, to));
        Awaited.the(standings.lookAhead().thenReturn(true));
    }
}
