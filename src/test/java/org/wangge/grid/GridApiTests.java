package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;

@ApiTest
class GridApiTests {
    @Autowired
    Graph graph;

    @Test
    void findsAGridByIdAndByCode() {
        var answer = graph.ask("""
                query($id: ID!) {
                  byId: grid(by: {id: $id}) { id name level kind code parent { name } ancestors { name } version }
                  byCode: grid(by: {code: "510199001201001"}) { id }
                }""", Map.of("id", Town.WILLOW_ONE.id()));

        assertThat(answer.text("byId.name")).isEqualTo("柳一格");
        assertThat(answer.text("byId.parent.name")).isEqualTo("柳村");
        assertThat(answer.texts("byId.ancestors[*].name")).containsExactly("示范街道", "柳村");
        assertThat(answer.text("byCode.id")).isEqualTo(Town.WILLOW_ONE.id());
    }

    @Test
    void listsChildrenOfTheNextLevelAndOfAnyBelow() {
        var answer = graph.ask("""
                { grid(by: {code: "510199001000"}) {
                    children { name } yards: children(level: COURTYARD) { name } above: children(level: DISTRICT) { name }
                    communities: children { children { name parent { name } } } } }""");

        assertThat(answer.texts("grid.children[*].name")).containsExactly("桥头社区", "柳村");
        assertThat(answer.texts("grid.yards[*].name")).containsExactly("桥院", "塔院", "东院", "西院", "河院");
        assertThat(answer.texts("grid.above")).isEmpty();
        assertThat(answer.texts("grid.communities[1].children[*].name")).containsExactly("柳一格", "柳二格");
    }

    @ParameterizedTest
    @CsvSource({
        "510199001000, '2 COMMUNITY, 3 COMPREHENSIVE, 5 RESIDENT_GROUP, 5 COURTYARD'",
        "510199001201, '2 COMPREHENSIVE, 3 RESIDENT_GROUP, 3 COURTYARD'",
        "510199001001001, '2 RESIDENT_GROUP, 2 COURTYARD'",
        "51019900120100101001, ''"
    })
    void countsWhatLiesBelowAGridOfAnyLevel(String code, String expected) {
        var answer = graph.ask(
                "query($code: String!) { grid(by: {code: $code}) { counts { grids { level count } } } }",
                Map.of("code", code));

        var counts = answer.list("grid.counts.grids", GridLevelCount.class).stream()
                .map(count -> count.count() + " " + count.level())
                .toList();
        assertThat(String.join(", ", counts)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "104.015, 30.81, 东院",
        "104.005, 30.81, 西院",
        "104.03, 30.83, 桥院",
        "104.0000001, 30.8000001, 西院",
        "104.04, 30.84, 桥院"
    })
    void locatesAPointInTheSmallestGrid(double longitude, double latitude, String name) {
        assertThat(locate(longitude, latitude, "CGCS2000")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"104.01, 30.81", "104.02, 30.82", "104.02, 30.83", "104.01, 30.82", "104.03, 30.82"})
    void givesAPointOnABorderToOneGridOnly(double longitude, double latitude) {
        var grids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            grids.add(locate(longitude, latitude, "CGCS2000"));
        }

        assertThat(grids).doesNotContainNull().containsOnly(grids.getFirst());
        assertThat(List.of("东院", "西院", "河院", "桥院", "塔院")).contains(grids.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WGS84", "GCJ02", "BD09"})
    void locatesAPointOfAnyCoordinateSystem(String system) {
        var point = new Point(104.0101, 30.81, CoordinateSystem.CGCS2000).in(CoordinateSystem.valueOf(system));

        assertThat(locate(point.longitude(), point.latitude(), system)).isEqualTo("东院");
    }

    @Test
    void findsNoGridWhereThereIsNone() {
        var answer = graph.ask("{ locate(point: {longitude: 105, latitude: 31}) { id } }");

        assertThat(answer.errors()).isEmpty();
        answer.response().path("locate").valueIsNull();
    }

    @Test
    void showsBoundariesAndCentresInTheSystemOfTheMap() {
        var answer = graph.ask("""
                { grid(by: {code: "51019900120100101001"}) {
                    centre { longitude latitude } gcj: centre(system: GCJ02) { longitude latitude }
                    boundary moved: boundary(system: GCJ02) } }""");

        assertThat(answer.get("grid.centre.longitude", Double.class)).isEqualTo(104.015);
        assertThat(answer.get("grid.gcj.longitude", Double.class)).isNotEqualTo(104.015);
        assertThat(answer.text("grid.boundary.type")).isEqualTo("MultiPolygon");
        assertThat(answer.get("grid.boundary.coordinates[0][0][0][0]", Double.class))
                .isEqualTo(104.01);
        assertThat(answer.get("grid.moved.coordinates[0][0][0][0]", Double.class))
                .isNotEqualTo(104.01);
    }

    @Test
    void filtersGridsByPlaceLevelKindAndName() {
        assertThat(names("within: \"" + Town.WILLOW.id() + "\", levels: [COMPREHENSIVE]"))
                .containsExactly("柳一格", "柳二格");
        assertThat(names("name: \"一格\"")).containsExactly("桥一格", "柳一格");
        assertThat(names("name: \"柳%\"")).isEmpty();
        assertThat(names("kind: DEDICATED")).isEmpty();
        assertThat(names("effectiveOn: \"2019-12-31\"")).isEmpty();
        assertThat(graph.ask("{ grids(filter: {name: \"格\"}) { nodes { id } } }")
                        .code())
                .isEqualTo("TEXT_TOO_SHORT");
    }

    @Test
    void ordersNamesByPinyin() {
        var answer = graph.ask("{ grids(filter: {levels: [COURTYARD]}, orderBy: {field: NAME}) { nodes { name } } }");

        assertThat(answer.texts("grids.nodes[*].name")).containsExactly("东院", "河院", "桥院", "塔院", "西院");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CODE, direction: ASC", "CODE, direction: DESC", "NAME, direction: ASC", "NAME, direction: DESC"
            })
    void pagesForwardsAndBackwardsOverEachGridOnce(String order) {
        var document =
                "query($first: Int, $after: String, $last: Int, $before: String) { grids(orderBy: {field: " + order
                        + "}, first: $first, after: $after, last: $last, before: $before) {"
                        + " nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } total { amount accuracy } } }";
        var whole = graph.ask(document, Map.of("first", 100)).texts("grids.nodes[*].code");

        assertThat(whole).hasSize(Town.GRIDS.size());
        assertThat(graph.walk(document, "grids", "code", true, 3)).isEqualTo(whole);
        assertThat(graph.walk(document, "grids", "code", false, 3)).isEqualTo(whole);
    }

    @Test
    void countsOverAllPages() {
        var answer =
                graph.ask("{ grids(first: 1) { total { amount accuracy } pageInfo { hasNextPage hasPreviousPage } } }");

        assertThat(answer.number("grids.total.amount")).isEqualTo(16);
        assertThat(answer.text("grids.total.accuracy")).isEqualTo("EXACT");
        assertThat(answer.get("grids.pageInfo.hasNextPage", Boolean.class)).isTrue();
        assertThat(answer.get("grids.pageInfo.hasPreviousPage", Boolean.class)).isFalse();
    }

    @Test
    void findsNodesInTheOrderAsked() {
        var answer = graph.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Grid { name } } }",
                Map.of("ids", List.of(Town.RIVER_YARD.id(), Town.STREET.id(), "grid_AAAAAAAAcAGAAAAAACcQAQ")));

        assertThat(answer.text("nodes[0].name")).isEqualTo("河院");
        assertThat(answer.text("nodes[1].name")).isEqualTo("示范街道");
        answer.response().path("nodes[2]").valueIsNull();
    }

    private String locate(double longitude, double latitude, String system) {
        return graph.ask(
                        "query($point: PointInput!) { locate(point: $point) { name } }",
                        Map.of("point", Map.of("longitude", longitude, "latitude", latitude, "system", system)))
                .text("locate.name");
    }

    private List<String> names(String filter) {
        return graph.ask("{ grids(filter: {" + filter + "}) { nodes { name } } }")
                .texts("grids.nodes[*].name");
    }
}
