package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.PageWalk;
import org.wangge.town.Town;
import org.wangge.town.TownHomes;

@ApiTest
class HouseholdApiTests {
    @Autowired
    Graph graph;

    @Test
    void findsAHouseholdByIdAndByNumber() {
        var answer = graph.ask("""
                query($id: ID!) {
                  byId: household(by: {id: $id}) {
                    no grid { name } premises { address } head { id } residentCount version
                    residents { id relation }
                  }
                  byNo: household(by: {no: "H001"}) { id }
                }""", Map.of("id", TownHomes.ZHANG_FAMILY.id()));

        assertThat(answer.text("byNo.id")).isEqualTo(TownHomes.ZHANG_FAMILY.id());
        assertThat(answer.text("byId.grid.name")).isEqualTo("东院");
        assertThat(answer.text("byId.premises.address")).isEqualTo("东院1号");
        assertThat(answer.text("byId.head.id")).isEqualTo(TownHomes.ZHANG_WEI.id());
        assertThat(answer.number("byId.residentCount")).isEqualTo(3);
        assertThat(answer.texts("byId.residents[*].relation")).containsExactly("HEAD", "SPOUSE", "SON");
    }

    @Test
    void showsTheHeadFirstAndThenTheOldest() {
        var answer = graph.ask(
                "query($id: ID!) { household(by: {id: $id}) { residents { id } } }",
                Map.of("id", TownHomes.DORMITORY.id()));

        assertThat(answer.texts("household.residents[*].id"))
                .containsExactly(TownHomes.LIU.id(), TownHomes.SMITH.id(), TownHomes.HE_QIANG.id());
    }

    @Test
    void filtersHouseholds() {
        assertThat(nos("premisesId: \"%s\"".formatted(TownHomes.WEST_HOUSE.id())))
                .containsExactly("H003", "H004");
        assertThat(nos("within: \"%s\"".formatted(Town.WILLOW_ONE.id())))
                .containsExactly("H001", "H002", "H003", "H004");
        assertThat(nos("within: \"%s\"".formatted(Town.TOWER_YARD.id()))).isEmpty();
        assertThat(nos("")).containsExactly("H001", "H002", "H003", "H004", "H005", "H006");
    }

    @Test
    void pagesBothWaysOverEachHouseholdOnce() {
        var walk = new PageWalk(graph, "households", "");

        assertThat(walk.whole()).doesNotHaveDuplicates().hasSize(6);
        assertThat(walk.forward()).isEqualTo(walk.whole());
        assertThat(walk.backward()).isEqualTo(walk.whole());
    }

    @Test
    void countsPeopleHomesAndPremisesInEveryGridOfTheTown() {
        var answer = graph.ask("""
                { grids(first: 100) { nodes { name counts { residentCount householdCount premises { type count } } } } }""");

        assertThat(counts(answer.list("grids.nodes", Map.class)))
                .containsEntry("示范街道", "13 6 DWELLING 3, RENTAL 1, SHOP 1, FACTORY 1, WAREHOUSE 1, SCHOOL 1")
                .containsEntry("柳村", "11 5 DWELLING 2, RENTAL 1, SHOP 1, FACTORY 1")
                .containsEntry("桥头社区", "2 1 DWELLING 1, WAREHOUSE 1, SCHOOL 1")
                .containsEntry("柳一格", "8 4 DWELLING 2, RENTAL 1, SHOP 1")
                .containsEntry("柳二格", "3 1 FACTORY 1")
                .containsEntry("桥一格", "2 1 DWELLING 1, WAREHOUSE 1, SCHOOL 1")
                .containsEntry("一组", "5 2 DWELLING 1, RENTAL 1")
                .containsEntry("二组", "3 2 DWELLING 1, SHOP 1")
                .containsEntry("六组", "0 0 WAREHOUSE 1, SCHOOL 1")
                .containsEntry("东院", "5 2 DWELLING 1, RENTAL 1")
                .containsEntry("塔院", "0 0 SCHOOL 1");
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        assertThat(graph.ask("{ household(by: {no: \"H999\"}) { id } }").code()).isEqualTo("NOT_FOUND");
        assertThat(graph.ask("{ household(by: {id: \"%s\"}) { id } }".formatted(TownHomes.SMITH.id()))
                        .code())
                .isEqualTo("WRONG_ID_TYPE");
    }

    private List<String> nos(String filter) {
        return graph.ask("{ households(filter: {%s}) { nodes { no } } }".formatted(filter))
                .texts("households.nodes[*].no");
    }

    private static Map<Object, String> counts(List<?> grids) {
        return grids.stream()
                .map(Map.class::cast)
                .collect(Collectors.toMap(grid -> grid.get("name"), grid -> text((Map<?, ?>) grid.get("counts"))));
    }

    private static String text(Map<?, ?> counts) {
        var premises = ((List<?>) counts.get("premises"))
                .stream()
                        .map(Map.class::cast)
                        .map(count -> count.get("type") + " " + count.get("count"))
                        .collect(Collectors.joining(", "));
        return counts.get("residentCount") + " " + counts.get("householdCount") + " " + premises;
    }
}
