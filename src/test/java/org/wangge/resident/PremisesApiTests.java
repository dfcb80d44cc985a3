package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.PageWalk;
import org.wangge.town.Town;
import org.wangge.town.TownHomes;

@ApiTest
class PremisesApiTests {
    @Autowired
    Graph graph;

    @Test
    void findsPremisesByIdAndByCode() {
        var answer = graph.ask("""
                query($id: ID!) {
                  byId: premises(by: {id: $id}) {
                    code type address areaSquareMetres occupancy enterprise verifiedAt source version grid { name }
                    kept: location { longitude latitude system }
                    shown: location(system: GCJ02) { longitude latitude system }
                    households { no residentCount }
                  }
                  byCode: premises(by: {code: "P005"}) { id }
                }""", Map.of("id", TownHomes.FACTORY.id()));

        assertThat(answer.text("byCode.id")).isEqualTo(TownHomes.FACTORY.id());
        assertThat(answer.text("byId.enterprise")).isEqualTo("河畔精密机械厂");
        assertThat(answer.get("byId.areaSquareMetres", Double.class)).isEqualTo(90.5);
        assertThat(answer.text("byId.grid.name")).isEqualTo("河院");
        assertThat(answer.get("byId.kept.longitude", Double.class)).isEqualTo(104.01);
        assertThat(answer.text("byId.shown.system")).isEqualTo("GCJ02");
        assertThat(answer.get("byId.shown.longitude", Double.class))
                .isCloseTo(104.0125, within(0.001))
                .isNotEqualTo(104.01);
        assertThat(answer.texts("byId.households[*].no")).containsExactly("H006");
        assertThat(answer.number("byId.households[0].residentCount")).isEqualTo(3);
    }

    @Test
    void showsPremisesWithoutALocation() {
        var answer =
                graph.ask("{ premises(by: {code: \"P008\"}) { location { longitude } enterprise households { no } } }");

        answer.response().path("premises.location").valueIsNull();
        assertThat(answer.list("premises.households", Map.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "types: [FACTORY, WAREHOUSE]                | P005 P008",
                "occupancy: GROUP_RENTED                    | P002",
                "enterprise: \"便民\"                       | P004",
                "enterprise: \"精密机械\"                   | P005",
                "enterprise: \"小学\", types: [SCHOOL]      | P007",
                "enterprise: \"小学\", types: [FACTORY]     | ''",
                "enterprise: \"超人\"                       | ''"
            })
    void filtersPremises(String filter, String codes) {
        assertThat(codes(filter)).containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(" ")));
    }

    @Test
    void findsThoseOfAGridAndThoseBelow() {
        assertThat(codes("within: \"%s\"".formatted(Town.GROUP_SIX.id()))).containsExactly("P007", "P008");
        assertThat(codes("within: \"%s\"".formatted(Town.TOWER_YARD.id()))).containsExactly("P007");
    }

    @Test
    void needsTwoCharactersOfAnEnterprise() {
        assertThat(graph.ask("{ premisesRegister(filter: {enterprise: \"厂\"}) { nodes { id } } }")
                        .code())
                .isEqualTo("TEXT_TOO_SHORT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orderBy: {field: CODE, direction: DESC}",
                "orderBy: {field: VERIFIED_AT}",
                "orderBy: {field: VERIFIED_AT, direction: DESC}"
            })
    void pagesBothWaysOverEachOnce(String arguments) {
        var walk = new PageWalk(graph, "premisesRegister", arguments);

        assertThat(walk.whole()).doesNotHaveDuplicates().hasSize(8);
        assertThat(walk.forward()).isEqualTo(walk.whole());
        assertThat(walk.backward()).isEqualTo(walk.whole());
    }

    @Test
    void findsPeopleHomesAndPremisesAsNodes() {
        var answer = graph.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }",
                Map.of("ids", List.of(TownHomes.SCHOOL.id(), TownHomes.JI_FAMILY.id(), TownHomes.JI.id())));

        assertThat(answer.texts("nodes[*].__typename")).containsExactly("Premises", "Household", "Resident");
    }

    private List<String> codes(String filter) {
        return graph.ask("{ premisesRegister(filter: {%s}) { nodes { code } } }".formatted(filter))
                .texts("premisesRegister.nodes[*].code");
    }
}
