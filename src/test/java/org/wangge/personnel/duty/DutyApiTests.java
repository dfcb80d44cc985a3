package org.wangge.personnel.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.PageWalk;
import org.wangge.town.Town;
import org.wangge.town.TownPeople;

@ApiTest
class DutyApiTests {
    @Autowired
    Graph graph;

    @Test
    void showsTheSixPostsInTheirOrder() {
        var answer = graph.ask(
                "query($id: ID!) { posts(gridId: $id) { type title grid { name } onShift { id } } }",
                Map.of("id", Town.STREET.id()));

        assertThat(answer.texts("posts[*].type"))
                .containsExactly("DUTY_COMMANDER", "INTAKE", "MONITORING", "DISPATCH", "SUPERVISION", "ANALYSIS");
        assertThat(answer.text("posts[0].title")).isEqualTo("值班长");
        assertThat(answer.text("posts[0].grid.name")).isEqualTo("示范街道");
    }

    @Test
    void tellsWhoIsAtAPostAtAnInstant() {
        var answer = graph.ask(
                """
                query($id: ID!, $morning: DateTime!, $evening: DateTime!) {
                  posts(gridId: $id) {
                    morning: onShift(at: $morning) { member { name } post { type } startsAt endsAt }
                    evening: onShift(at: $evening) { member { name } }
                    late: onShift(at: "2026-03-03T01:00:00+08:00") { id }
                  }
                }""",
                Map.of(
                        "id",
                        Town.STREET.id(),
                        "morning",
                        TownPeople.MORNING.toString(),
                        "evening",
                        TownPeople.EVENING.toString()));

        assertThat(answer.texts("posts[0].morning[*].member.name")).containsExactly("陈志远");
        assertThat(answer.text("posts[0].morning[0].post.type")).isEqualTo("DUTY_COMMANDER");
        assertThat(answer.texts("posts[0].evening[*].member.name")).containsExactly("李建国");
        assertThat(answer.texts("posts[1].morning[*].member.name")).containsExactly("赵医生");
        assertThat(answer.texts("posts[1].evening[*].member.name")).isEmpty();
        assertThat(answer.texts("posts[*].late[*].id")).isEmpty();
    }

    @Test
    void listsTheTurnsThatHaveAPartInARange() {
        assertThat(ids("from: \"2026-03-02T09:00:00Z\"")).containsExactly(TownPeople.LI_COMMANDS.id());
        assertThat(ids("to: \"2026-03-02T09:00:00Z\""))
                .containsExactly(TownPeople.CHEN_COMMANDS.id(), TownPeople.ZHAO_TAKES_IN.id());
        assertThat(ids("postId: \"%s\"".formatted(TownPeople.COMMANDER_POST.id())))
                .containsExactly(TownPeople.CHEN_COMMANDS.id(), TownPeople.LI_COMMANDS.id());
        assertThat(ids("from: \"2026-03-02T08:59:59.999Z\", to: \"2026-03-02T09:00:00.001Z\""))
                .hasSize(3);
    }

    @Test
    void refusesARangeThatEndsBeforeItStarts() {
        var answer = graph.ask("""
                { dutyShifts(filter: {from: "2026-03-02T09:00:00Z", to: "2026-03-02T01:00:00Z"}) { nodes { id } } }""");

        assertThat(answer.code()).isEqualTo("INVALID_RANGE");
    }

    @Test
    void pagesBothWaysOverEachTurnOnce() {
        var walk = new PageWalk(graph, "dutyShifts", "");

        assertThat(walk.whole()).doesNotHaveDuplicates().hasSize(3);
        assertThat(walk.forward()).isEqualTo(walk.whole());
        assertThat(walk.backward()).isEqualTo(walk.whole());
    }

    @Test
    void findsPostsAndTurnsAsNodes() {
        var answer = graph.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }",
                Map.of("ids", List.of(TownPeople.CHEN_COMMANDS.id(), TownPeople.INTAKE_POST.id())));

        assertThat(answer.texts("nodes[*].__typename")).containsExactly("DutyShift", "Post");
    }

    private List<String> ids(String filter) {
        return graph.ask("{ dutyShifts(filter: {%s}) { nodes { id } } }".formatted(filter))
                .texts("dutyShifts.nodes[*].id");
    }
}
