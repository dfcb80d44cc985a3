package org.wangge.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.PageWalk;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;
import org.wangge.town.TownPeople;

@ApiTest
class MemberApiTests {
    @Autowired
    Graph graph;

    @Test
    void findsAMemberByIdAndByCard() {
        var answer = graph.ask("""
                query($id: ID!) {
                  byId: member(by: {id: $id}) {
                    name origin department { name kind grid { name } } publicCard { number title } version
                  }
                  byCard: member(by: {cardNo: "WG001"}) { id }
                }""", Map.of("id", TownPeople.LI.id()));

        assertThat(answer.text("byId.name")).isEqualTo("李建国");
        assertThat(answer.text("byId.origin")).isEqualTo("TWO_COMMITTEES");
        assertThat(answer.text("byId.department.name")).isEqualTo("柳村两委");
        assertThat(answer.text("byId.department.grid.name")).isEqualTo("柳村");
        assertThat(answer.text("byId.publicCard.number")).isEqualTo("WG001");
        assertThat(answer.text("byCard.id")).isEqualTo(TownPeople.LI.id());
    }

    @Test
    void doesNotShowACardThatIsNotPublic() {
        var answer = graph.ask(
                "query($id: ID!) { member(by: {id: $id}) { publicCard { number } } }",
                Map.of("id", TownPeople.SUN.id()));

        assertThat(answer.errors()).isEmpty();
        answer.response().path("member.publicCard").valueIsNull();
    }

    @Test
    void tellsWhatAMemberServesOnADayAndAtAnyTime() {
        var answer = graph.ask("""
                query($sun: ID!, $zhao: ID!) {
                  sun: member(by: {id: $sun}) {
                    today: assignments { id }
                    then: assignments(on: "2024-12-31") { id role toOn grid { name } member { name } }
                    lastDay: assignments(on: "2025-01-01") { id }
                    ever: assignments(anyTime: true) { id }
                  }
                  zhao: member(by: {id: $zhao}) { today: assignments { grid { name } } }
                }""", Map.of("sun", TownPeople.SUN.id(), "zhao", TownPeople.ZHAO.id()));

        assertThat(answer.texts("sun.today[*].id")).isEmpty();
        assertThat(answer.texts("sun.then[*].id")).containsExactly(TownPeople.SUN_WAS_MEMBER.id());
        assertThat(answer.text("sun.then[0].toOn")).isEqualTo("2025-01-01");
        assertThat(answer.text("sun.then[0].member.name")).isEqualTo("孙小梅");
        assertThat(answer.texts("sun.lastDay[*].id")).isEmpty();
        assertThat(answer.texts("sun.ever[*].id")).containsExactly(TownPeople.SUN_WAS_MEMBER.id());
        assertThat(answer.texts("zhao.today[*].grid.name")).containsExactlyInAnyOrder("柳一格", "柳二格");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: \"𠮷田\"                   | 𠮷田",
                "name: \"古丽·买\"                | 阿依古丽·买买提",
                "name: \"志远\"                   | 陈志远",
                "name: \"李%\"                    | ''",
                "role: COMMUNITY_DOCTOR           | 赵医生",
                "role: GRID_MEMBER                | 王秀英 阿依古丽·买买提",
                "origin: TWO_COMMITTEES           | 李建国 欧阳桥",
                "role: GRID_LEADER, origin: TWO_COMMITTEES, name: \"欧阳\" | 欧阳桥"
            })
    void filtersMembers(String filter, String names) {
        var answer =
                graph.ask("{ members(filter: {%s}) { nodes { name } total { amount accuracy } } }".formatted(filter));

        var expected = names.isEmpty() ? List.<String>of() : List.of(names.split(" "));
        assertThat(answer.texts("members.nodes[*].name")).containsExactlyElementsOf(expected);
        assertThat(answer.number("members.total.amount")).isEqualTo(expected.size());
    }

    @Test
    void findsThoseWhoServeAGridOrBelongThere() {
        assertThat(within(Town.EAST_YARD, "")).containsExactly("𠮷田");
        assertThat(within(Town.WILLOW_ONE, "")).containsExactly("李建国", "王秀英", "𠮷田", "陈志远", "赵医生", "周组长");
        assertThat(within(Town.WILLOW, "")).contains("孙小梅");
        assertThat(within(Town.WILLOW_TWO, "")).containsExactly("赵医生");
        assertThat(within(Town.WILLOW, "role: GRID_MEMBER")).containsExactly("王秀英");
    }

    @Test
    void findsThoseOfADepartment() {
        var answer = graph.ask(
                "query($id: ID!) { members(filter: {departmentId: $id}) { nodes { name } } }",
                Map.of("id", TownPeople.ENFORCEMENT_OFFICE.id()));

        assertThat(answer.texts("members.nodes[*].name")).containsExactly("陈志远");
    }

    @Test
    void ordersNamesByPinyin() {
        var answer = graph.ask("{ members(orderBy: {field: NAME}, filter: {origin: FULL_TIME}) { nodes { name } } }");

        assertThat(answer.texts("members.nodes[*].name")).containsExactly("阿依古丽·买买提", "孙小梅", "王秀英");
    }

    @Test
    void countsPeopleByRoleInEveryGridOfTheTown() {
        var answer = graph.ask("{ grids(first: 100) { nodes { name counts { members { role count } } } } }");

        assertThat(roles(answer.list("grids.nodes", Map.class)))
                .containsEntry("示范街道", "GRID_LEADER 4, GRID_INSTRUCTOR 1, GRID_MEMBER 2, COMMUNITY_DOCTOR 1")
                .containsEntry("柳村", "GRID_LEADER 3, GRID_INSTRUCTOR 1, GRID_MEMBER 1, COMMUNITY_DOCTOR 1")
                .containsEntry("桥头社区", "GRID_LEADER 1, GRID_INSTRUCTOR 1, GRID_MEMBER 1")
                .containsEntry("柳一格", "GRID_LEADER 3, GRID_INSTRUCTOR 1, GRID_MEMBER 1, COMMUNITY_DOCTOR 1")
                .containsEntry("柳二格", "COMMUNITY_DOCTOR 1")
                .containsEntry("桥一格", "GRID_LEADER 1, GRID_INSTRUCTOR 1, GRID_MEMBER 1")
                .containsEntry("一组", "GRID_LEADER 2")
                .containsEntry("东院", "GRID_LEADER 1")
                .containsEntry("西院", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orderBy: {field: CARD_NO, direction: DESC}",
                "orderBy: {field: NAME}",
                "orderBy: {field: NAME, direction: DESC}",
                "filter: {role: GRID_LEADER}"
            })
    void pagesBothWaysOverEachMemberOnce(String arguments) {
        var walk = new PageWalk(graph, "members", arguments);

        assertThat(walk.whole()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(walk.forward()).isEqualTo(walk.whole());
        assertThat(walk.backward()).isEqualTo(walk.whole());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -1})
    void refusesPagesOfOtherSizes(int size) {
        assertThat(graph.ask("{ members(first: %d) { nodes { id } } }".formatted(size))
                        .code())
                .isEqualTo("INVALID_PAGE");
        assertThat(graph.ask("{ members(last: %d) { nodes { id } } }".formatted(size))
                        .code())
                .isEqualTo("INVALID_PAGE");
    }

    @Test
    void refusesCursorsOfAnotherListFilterOrOrder() {
        var cursor =
                graph.ask("{ members(first: 1) { pageInfo { endCursor } } }").text("members.pageInfo.endCursor");
        var variables = Map.of("after", cursor);

        for (var list : List.of(
                "assignments(after: $after)",
                "members(after: $after, orderBy: {field: NAME})",
                "members(after: $after, orderBy: {field: CARD_NO, direction: DESC})",
                "members(after: $after, filter: {role: GRID_LEADER})")) {
            var answer = graph.ask("query($after: String) { %s { nodes { id } } }".formatted(list), variables);
            assertThat(answer.code()).as(list).isEqualTo("INVALID_CURSOR");
        }
        assertThat(graph.ask("{ members(after: \"none\") { nodes { id } } }").code())
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void tellsUnknownAndForeignIdsApart() {
        assertThat(code("member(by: {id: \"%s\"}) { id }".formatted(Town.STREET.id())))
                .isEqualTo("WRONG_ID_TYPE");
        assertThat(code("member(by: {id: \"nobody\"}) { id }")).isEqualTo("INVALID_ID");
        assertThat(code("member(by: {id: \"%s\"}) { id }".formatted(unknown()))).isEqualTo("NOT_FOUND");
        assertThat(code("member(by: {cardNo: \"WG999\"}) { id }")).isEqualTo("NOT_FOUND");
        assertThat(code("members(filter: {within: \"%s\"}) { nodes { id } }".formatted(TownPeople.LI.id())))
                .isEqualTo("WRONG_ID_TYPE");
        assertThat(code("members(filter: {name: \"李\"}) { nodes { id } }")).isEqualTo("TEXT_TOO_SHORT");
        assertThat(code("members(filter: {name: \"𠮷\"}) { nodes { id } }")).isEqualTo("TEXT_TOO_SHORT");
    }

    @Test
    void findsMembersAndDepartmentsAsNodes() {
        var answer = graph.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
                Map.of("ids", List.of(TownPeople.LI.id(), TownPeople.WILLOW_COMMITTEE.id(), unknown())));

        assertThat(answer.response()
                        .path("nodes[*].__typename")
                        .entityList(String.class)
                        .get())
                .containsExactly("Member", "Department");
    }

    private List<String> within(TownGrid grid, String more) {
        return graph.ask(
                        "query($id: ID!) { members(filter: {within: $id %s}) { nodes { name } } }".formatted(more),
                        Map.of("id", grid.id()))
                .texts("members.nodes[*].name");
    }

    private Object code(String query) {
        return String.valueOf(graph.ask("{ " + query + " }").code());
    }

    private static String unknown() {
        return new MemberId(Town.uuid(3, 999)).toString();
    }

    private static Map<Object, String> roles(List<?> grids) {
        return grids.stream()
                .map(Map.class::cast)
                .collect(Collectors.toMap(
                        grid -> grid.get("name"),
                        grid -> ((List<?>) ((Map<?, ?>) grid.get("counts")).get("members"))
                                .stream()
                                        .map(Map.class::cast)
                                        .map(count -> count.get("role") + " " + count.get("count"))
                                        .collect(Collectors.joining(", "))));
    }
}
