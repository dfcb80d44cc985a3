package org.wangge.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.grid.GridId;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.PageWalk;
import org.wangge.town.Town;
import org.wangge.town.TownPeople;

@ApiTest
class AssignmentApiTests {
    @Autowired
    Graph graph;

    @Test
    void tellsWhoLeadsAndServesEachGrid() {
        var answer = graph.ask("""
                { grids(filter: {levels: [COMPREHENSIVE]}) {
                    nodes { name leader { name } assignments { role duties member { name } grid { name } } } } }""");

        assertThat(answer.texts("grids.nodes[*].name")).containsExactly("桥一格", "柳一格", "柳二格");
        assertThat(answer.texts("grids.nodes[*].leader.name")).containsExactly("欧阳桥", "李建国");
        assertThat(answer.texts("grids.nodes[1].assignments[*].role"))
                .containsExactly("GRID_LEADER", "GRID_INSTRUCTOR", "GRID_MEMBER", "COMMUNITY_DOCTOR");
        assertThat(answer.texts("grids.nodes[1].assignments[*].member.name"))
                .containsExactly("李建国", "陈志远", "王秀英", "赵医生");
        assertThat(answer.texts("grids.nodes[1].assignments[2].duties[*]"))
                .containsExactly("INFORMATION_COLLECTION", "PATROL_VISIT");
        answer.response().path("grids.nodes[2].leader").valueIsNull();
    }

    @Test
    void tellsWhoWasResponsibleOnADay() {
        var answer = graph.ask("""
                query($id: ID!) {
                  today: responsible(gridId: $id) { member { name } }
                  before: responsible(gridId: $id, on: "2024-12-31") { member { name } }
                  earlier: responsible(gridId: $id, on: "2023-12-31") { member { name } }
                }""", Map.of("id", Town.WILLOW_ONE.id()));

        assertThat(answer.texts("today[*].member.name")).containsExactly("李建国", "陈志远", "王秀英", "赵医生");
        assertThat(answer.texts("before[*].member.name")).containsExactly("孙小梅");
        assertThat(answer.texts("earlier[*].member.name")).isEmpty();
    }

    @Test
    void filtersAssignments() {
        assertThat(ids("gridId: \"%s\", roles: [GRID_MEMBER]".formatted(Town.WILLOW_ONE.id())))
                .containsExactly(TownPeople.WANG_SERVES_WILLOW_ONE.id());
        assertThat(ids("gridId: \"%s\", roles: [GRID_MEMBER], on: \"2024-06-01\"".formatted(Town.WILLOW_ONE.id())))
                .containsExactly(TownPeople.SUN_WAS_MEMBER.id());
        assertThat(ids("gridId: \"%s\", roles: [GRID_MEMBER], anyTime: true".formatted(Town.WILLOW_ONE.id())))
                .containsExactly(TownPeople.WANG_SERVES_WILLOW_ONE.id(), TownPeople.SUN_WAS_MEMBER.id());
        assertThat(ids("within: \"%s\", roles: [GRID_LEADER]".formatted(Town.GROUP_ONE.id())))
                .containsExactly(TownPeople.ZHOU_LEADS_GROUP_ONE.id(), TownPeople.JI_LEADS_EAST_YARD.id());
        assertThat(ids("memberId: \"%s\"".formatted(TownPeople.CHEN.id())))
                .containsExactly(TownPeople.CHEN_GUIDES_WILLOW_ONE.id(), TownPeople.CHEN_GUIDES_BRIDGE_ONE.id());
        assertThat(ids("roles: []")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "filter: {anyTime: true}",
                "orderBy: {field: GRID, direction: DESC}",
                "filter: {anyTime: true}, orderBy: {field: FROM_ON}",
                "filter: {anyTime: true}, orderBy: {field: FROM_ON, direction: DESC}"
            })
    void pagesBothWaysOverEachAssignmentOnce(String arguments) {
        var walk = new PageWalk(graph, "assignments", arguments);

        assertThat(walk.whole()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
        assertThat(walk.forward()).isEqualTo(walk.whole());
        assertThat(walk.backward()).isEqualTo(walk.whole());
    }

    @Test
    void findsAnAssignmentAsANode() {
        var answer = graph.ask(
                "query($id: ID!) { node(id: $id) { id ... on Assignment { role fromOn toOn basis version } } }",
                Map.of("id", TownPeople.LI_LEADS_WILLOW_ONE.id()));

        assertThat(answer.text("node.role")).isEqualTo("GRID_LEADER");
        assertThat(answer.text("node.fromOn")).isEqualTo("2025-01-01");
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        var unknown = new GridId(Town.uuid(1, 999));

        assertThat(graph.ask("{ responsible(gridId: \"%s\") { id } }".formatted(unknown))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(graph.ask("{ assignments(filter: {within: \"%s\"}) { nodes { id } } }".formatted(unknown))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(graph.ask("{ node(id: \"%s\") { id } }".formatted(new AssignmentId(Town.uuid(4, 999))))
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    private List<String> ids(String filter) {
        return graph.ask("{ assignments(filter: {%s}) { nodes { id } } }".formatted(filter))
                .texts("assignments.nodes[*].id");
    }
}
