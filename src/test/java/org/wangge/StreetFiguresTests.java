package org.wangge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;
import org.wangge.town.Tables;

/// The graph tells of the demo street what the article says of it, as a whole, by part and by time.
@StreetTest
class StreetFiguresTests {
    private static final String EVER = "from: \"2020-01-01\", to: \"2100-01-01\"";

    @Autowired
    Graph graph;

    @Test
    void whatPeopleDoTogetherEqualsTheArticle() throws IOException {
        var leader = signedIn("leader");
        var answer = leader.ask(
                Files.readString(Path.of("schema/examples/society-figures.graphql")),
                Map.of("gridId", grid("999999001000")));

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.number("societyFigures.organisationCount")).isEqualTo(44);
        assertThat(answer.texts("societyFigures.organisationsByKind[*].kind"))
                .containsExactly("CHARITY", "LIFE_SERVICE", "COMMUNITY_AFFAIRS", "CULTURE_SPORTS");
        assertThat(numbers(answer, "societyFigures.organisationsByKind[*].organisationCount"))
                .containsOnly(11)
                .hasSize(4);
        assertThat(answer.number("societyFigures.agencyCount")).isEqualTo(8);
        assertThat(answer.number("societyFigures.contractCount")).isEqualTo(10);
        assertThat(answer.number("activityFigures.activityCount")).isEqualTo(53);
        assertThat(answer.number("activityFigures.personTimes")).isGreaterThan(10_000);
        assertThat(answer.number("activityFigures.people"))
                .isBetween(1_500, answer.number("societyFigures.volunteerCount"));
        assertThat(answer.number("councilFigures.solvedIssueCount")).isEqualTo(6);
        assertThat(answer.number("councilFigures.passedCount")).isEqualTo(6);
        assertThat(built(answer)).containsExactlyInAnyOrder("ROAD 14 1335.0 平方米", "GREENWAY 2 5580.0 米");
        assertThat(answer.number("projectFigures.completedCount")).isEqualTo(16);
    }

    @Test
    void personTimesAreThoseOfTheRowsAndPeopleThoseBehindThem() {
        var answer = graph.anonymous()
                .ask("{ activityFigures(gridId: \"%s\", %s) { personTimes people serviceMinutes } }"
                        .formatted(grid("999999001000"), EVER));

        assertThat(Tables.texts(graph.database(), """
                        select concat_ws(' ', count(*), count(distinct volunteer_id), sum(credited_minutes))
                        from enrolment where status = 'ATTENDED'"""))
                .containsExactly(answer.number("activityFigures.personTimes") + " "
                        + answer.number("activityFigures.people") + " "
                        + answer.number("activityFigures.serviceMinutes"));
    }

    @Test
    void figuresOfThePartsAddUpWithWhatIsOfTheWholeStreet() {
        var leader = signedIn("leader");
        var codes = Tables.texts(graph.database(), "select code from grid where level = 2 order by code");
        var sums = new int[5];
        for (var code : codes) {
            var part = figures(leader, grid(code), EVER);
            sums[0] += part.number("societyFigures.organisationCount");
            sums[1] += part.number("activityFigures.activityCount");
            sums[2] += part.number("councilFigures.solvedIssueCount");
            sums[3] += part.number("projectFigures.completedCount");
            sums[4] += part.number("societyFigures.agencyCount");
        }

        // Four organisations and thirteen activities are of the whole street, and so are all agencies.
        assertThat(sums).containsExactly(40, 40, 6, 16, 0);
    }

    @Test
    void nothingIsCountedThatWasAtAnotherTime() {
        var answer = figures(signedIn("leader"), grid("999999001000"), "from: \"2015-01-01\", to: \"2015-02-01\"");

        assertThat(answer.number("societyFigures.organisationCount")).isZero();
        assertThat(answer.number("societyFigures.agencyCount")).isZero();
        assertThat(answer.number("activityFigures.activityCount")).isZero();
        assertThat(answer.number("councilFigures.solvedIssueCount")).isZero();
        assertThat(answer.number("projectFigures.completedCount")).isZero();
        assertThat(answer.texts("projectFigures.byKind[*].kind")).isEmpty();
    }

    @Test
    void aTimeEndsAfterItBegins() {
        var day = LocalDate.now().toString();
        for (var field : List.of("societyFigures", "projectFigures", "activityFigures")) {
            var answer = graph.anonymous()
                    .ask("{ %s(gridId: \"%s\", from: \"%s\", to: \"%s\") { __typename } }"
                            .formatted(field, grid("999999001000"), day, day));

            assertThat(answer.code()).as(field).isEqualTo("INVALID_RANGE");
        }
    }

    private static List<String> built(Answer answer) {
        return answer.list("projectFigures.byKind[*]", Map.class).stream()
                .filter(one -> !Integer.valueOf(0).equals(one.get("completedCount")))
                .map(one -> one.get("kind") + " " + one.get("completedCount") + " " + one.get("measuredQuantity") + " "
                        + one.get("unit"))
                .toList();
    }

    private static Answer figures(Graph asking, String grid, String time) {
        return asking.ask("""
                { societyFigures(gridId: "%1$s", %2$s) { organisationCount agencyCount }
                  activityFigures(gridId: "%1$s", %2$s) { activityCount }
                  councilFigures(within: "%1$s", %2$s) { solvedIssueCount }
                  projectFigures(gridId: "%1$s", %2$s) { completedCount byKind { kind } } }""".formatted(grid, time));
    }

    private static List<Integer> numbers(Answer answer, String path) {
        return answer.list(path, Integer.class);
    }

    private Graph signedIn(String name) {
        var token = graph.anonymous()
                .ask(
                        "mutation { signIn(input: {name: \"%s\", password: \"yunxi-demo-street\"}) { session { accessToken } } }"
                                .formatted(name))
                .text("signIn.session.accessToken");
        return graph.with(token);
    }

    private String grid(String code) {
        return graph.anonymous()
                .ask("{ grid(by: {code: \"%s\"}) { id } }".formatted(code))
                .text("grid.id");
    }
}
