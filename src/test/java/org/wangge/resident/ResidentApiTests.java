package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.wangge.town.TownPapers;
import org.wangge.town.TownThing;

@ApiTest
class ResidentApiTests {
    @Autowired
    Graph graph;

    @Test
    void showsAResidentWithAMaskedName() {
        var answer = graph.ask("""
                query($id: ID!) {
                  resident(by: {id: $id}) {
                    id name { display value visibility policy } sex birthOn residency relation careNeeds status
                    verifiedAt source version household { no } grid { name }
                    residencePeriods { premises { address } fromOn toOn }
                  }
                }""", Map.of("id", TownHomes.ZHANG_WEI.id()));

        assertThat(answer.text("resident.name.display")).isEqualTo("张*");
        assertThat(answer.text("resident.name.visibility")).isEqualTo("MASKED");
        assertThat(answer.text("resident.name.policy")).isEqualTo("name");
        answer.response().path("resident.name.value").valueIsNull();
        assertThat(answer.text("resident.birthOn")).isEqualTo("1985-05-01");
        assertThat(answer.text("resident.household.no")).isEqualTo("H001");
        assertThat(answer.text("resident.grid.name")).isEqualTo("东院");
        assertThat(answer.texts("resident.residencePeriods[*].premises.address"))
                .containsExactly("东院1号", "西院1号");
        assertThat(answer.text("resident.residencePeriods[1].toOn")).isEqualTo("2020-01-01");
    }

    @Test
    void showsIdDocumentAndPhoneByTheirMasks() {
        var answer = graph.ask("""
                query($one: ID!, $other: ID!) {
                  one: resident(by: {id: $one}) {
                    idDocument { display value visibility policy } phone { display value visibility policy }
                  }
                  other: resident(by: {id: $other}) { idDocument { display } phone { display } }
                }""", Map.of("one", TownHomes.ZHANG_WEI.id(), "other", TownHomes.LIU.id()));

        var number = TownPapers.idDocumentOf(TownHomes.ZHANG_WEI);
        assertThat(answer.text("one.idDocument.display")).isEqualTo("999" + "*".repeat(11) + number.substring(14));
        assertThat(answer.text("one.idDocument.policy")).isEqualTo("idDocument");
        assertThat(answer.text("one.phone.display")).isEqualTo("100****0001");
        assertThat(answer.text("one.phone.visibility")).isEqualTo("MASKED");
        answer.response().path("one.phone.value").valueIsNull();
        answer.response().path("one.idDocument.value").valueIsNull();
        answer.response().path("other.idDocument").valueIsNull();
        answer.response().path("other.phone").valueIsNull();
    }

    @Test
    void neverTellsAWholeName() {
        var names = graph.ask("{ residents(first: 100) { nodes { name { display } } } }")
                .texts("residents.nodes[*].name.display");

        assertThat(names)
                .hasSize(13)
                .allMatch(name -> name.codePointCount(0, name.length()) == 2 && name.endsWith("*"));
        assertThat(names).contains("𠮷*", "阿*", "欧*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "careNeeds: [REGULAR_VISIT]                              | 8 11",
                "careNeeds: [CHILD_SUPPORT, MATERNITY_SUPPORT]           | 10 12",
                "residencies: [OVERSEAS, REGISTERED]                     | 10 15",
                "status: MOVED_OUT                                       | 4",
                "status: DECEASED                                        | 5",
                "sex: NOT_STATED                                         | 14",
                "sex: UNKNOWN                                            | ''",
                "bornOn: {from: \"2015-09-01\"}                          | 3 12",
                "bornOn: {from: \"2015-09-01\", to: \"2016-06-01\"}      | 12",
                "bornOn: {to: \"1975-07-07\"}                            | 11",
                "bornOn: {from: \"2015-09-01\", to: \"2015-09-01\"}      | ''",
                "verifiedBefore: \"2025-12-01T00:00:00Z\"                | 10",
                "careNeeds: []                                           | ''"
            })
    void filtersResidents(String filter, String numbers) {
        var answer = graph.ask("{ residents(filter: {%s}) { nodes { id } total { amount } } }".formatted(filter));

        var expected = ids(numbers);
        assertThat(answer.texts("residents.nodes[*].id")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(answer.number("residents.total.amount")).isEqualTo(expected.size());
    }

    @Test
    void findsThoseOfAGridAndOfAHousehold() {
        assertThat(list("within: \"%s\"".formatted(Town.WEST_YARD.id())))
                .containsExactlyInAnyOrderElementsOf(ids("8 9 10"));
        assertThat(list("within: \"%s\"".formatted(Town.BRIDGE.id())))
                .containsExactlyInAnyOrderElementsOf(ids("11 12"));
        assertThat(list("householdId: \"%s\"".formatted(TownHomes.ZHANG_FAMILY.id())))
                .containsExactlyInAnyOrderElementsOf(ids("1 2 3"));
    }

    @Test
    void showsThoseFirstWhoWereVerifiedLongestAgo() {
        var residents = list("");

        assertThat(residents).hasSize(13);
        assertThat(residents.getFirst()).isEqualTo(TownHomes.OUYANG_JING.id());
        assertThat(residents.getLast()).isEqualTo(TownHomes.CHEN_DASHAN.id());
    }

    @Test
    void refusesARangeThatEndsBeforeItStarts() {
        var answer = graph.ask("""
                { residents(filter: {bornOn: {from: "2015-09-01", to: "2015-08-31"}}) { nodes { id } } }""");

        assertThat(answer.code()).isEqualTo("INVALID_RANGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orderBy: {field: VERIFIED_AT, direction: DESC}",
                "orderBy: {field: BIRTH_ON}",
                "orderBy: {field: BIRTH_ON, direction: DESC}"
            })
    void pagesBothWaysOverEachResidentOnce(String arguments) {
        var walk = new PageWalk(graph, "residents", arguments);

        assertThat(walk.whole()).doesNotHaveDuplicates().hasSize(13);
        assertThat(walk.forward()).isEqualTo(walk.whole());
        assertThat(walk.backward()).isEqualTo(walk.whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first: 0", "first: 101", "first: -1", "last: 0", "first: 1, last: 1"})
    void refusesOtherPages(String page) {
        for (var list : List.of("residents", "households", "premisesRegister")) {
            assertThat(graph.ask("{ %s(%s) { nodes { id } } }".formatted(list, page))
                            .code())
                    .as(list)
                    .isEqualTo("INVALID_PAGE");
        }
    }

    @Test
    void refusesCursorsOfAnotherListFilterOrOrder() {
        var cursor =
                graph.ask("{ residents(first: 1) { pageInfo { endCursor } } }").text("residents.pageInfo.endCursor");

        for (var list : List.of(
                "premisesRegister(after: $after, orderBy: {field: VERIFIED_AT})",
                "residents(after: $after, orderBy: {field: BIRTH_ON})",
                "residents(after: $after, filter: {status: DECEASED})",
                "residents(after: $after, filter: {bornOn: {from: \"2000-01-01\"}})")) {
            var answer =
                    graph.ask("query($after: String) { %s { nodes { id } } }".formatted(list), Map.of("after", cursor));
            assertThat(answer.code()).as(list).isEqualTo("INVALID_CURSOR");
        }
    }

    @Test
    void tellsUnknownAndForeignIdsApart() {
        var unknown = new TownThing("resident", 9, 999).id();

        assertThat(graph.ask("{ resident(by: {id: \"%s\"}) { id } }".formatted(unknown))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(graph.ask("{ node(id: \"%s\") { id } }".formatted(unknown)).code())
                .isEqualTo("NOT_FOUND");
        assertThat(graph.ask("{ resident(by: {id: \"%s\"}) { id } }".formatted(Town.STREET.id()))
                        .code())
                .isEqualTo("WRONG_ID_TYPE");
        assertThat(graph.ask("{ residents(filter: {householdId: \"H001\"}) { nodes { id } } }")
                        .code())
                .isEqualTo("INVALID_ID");
    }

    private List<String> list(String filter) {
        return graph.ask("{ residents(filter: {%s}) { nodes { id } } }".formatted(filter))
                .texts("residents.nodes[*].id");
    }

    private static List<String> ids(String numbers) {
        return numbers.lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .map(number -> new TownThing("resident", 9, Integer.parseInt(number)).id())
                .toList();
    }
}
