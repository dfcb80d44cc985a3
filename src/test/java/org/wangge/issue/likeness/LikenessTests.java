package org.wangge.issue.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.grid.Scope;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;

/// Who is about to report sees what may have been reported, and nothing that is not for them.
@ApiTest
@TestPropertySource(properties = "test.town=likeness")
class LikenessTests {
    private static final String ASK = """
            query($input: PossibleDuplicatesInput!) { possibleDuplicates(input: $input) {
              issue { id } category { code } status title reportedAt reportedAgo distanceMetres similarity } }""";
    private static final String NIGHT_NOISE = "夜里烧烤摊喝酒吵闹，放音响到凌晨两点，孩子睡不着。";
    private static final Instant NIGHT = Instant.parse("2026-03-02T14:00:00Z");
    /// Of a degree of longitude at the town.

    private static final double METRES_EAST = 95_500;

    @Autowired
    Graph graph;

    @Autowired
    Likeness likeness;

    @Autowired
    Issues issues;

    /// An issue 0 metres away, of 22:00, unless told otherwise.
    private record Row(String category, double east, Instant at, String text, String status, String confidentiality) {
        Row() {
            this("NOISE", 0, NIGHT, "楼下有人吵", "ACCEPTED", "PUBLIC");
        }

        Row category(String other) {
            return new Row(other, east, at, text, status, confidentiality);
        }

        Row east(double metres) {
            return new Row(category, metres, at, text, status, confidentiality);
        }

        Row at(Instant other) {
            return new Row(category, east, other, text, status, confidentiality);
        }

        Row text(String other) {
            return new Row(category, east, at, other, status, confidentiality);
        }

        Row status(String other) {
            return new Row(category, east, at, text, other, confidentiality);
        }

        Row confidentiality(String other) {
            return new Row(category, east, at, text, status, other);
        }
    }

    @BeforeEach
    void withoutIssues() {
        execute("delete from issue_timeline; delete from issue");
    }

    @Test
    void twoResidentsHearTheSameNightNoiseEightyMetresApart() {
        var first = insert(new Row().text("烧烤摊半夜吵闹，放音响到凌晨，老人睡不着。"));

        var found = ask(Map.of(
                "point", east(80), "occurredAt", NIGHT.plus(Duration.ofHours(2)).toString()));

        assertThat(found.texts("possibleDuplicates[*].issue.id")).containsExactly(first.toString());
        assertThat(found.number("possibleDuplicates[0].distanceMetres")).isEqualTo(80);
        assertThat(found.text("possibleDuplicates[0].category.code")).isEqualTo("NOISE");
        assertThat(found.text("possibleDuplicates[0].status")).isEqualTo("ACCEPTED");
        assertThat(found.text("possibleDuplicates[0].title")).startsWith("烧烤摊");
        assertThat(found.get("possibleDuplicates[0].similarity", Double.class)).isBetween(0.25, 0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "NOISE, 290, true",
        "NOISE, 310, false",
        "DRAINAGE, 90, true",
        "DRAINAGE, 110, false",
        "WASTE, 190, true",
        "WASTE, 210, false"
    })
    void eachCategoryReachesAsFarAsItCarries(String category, double metres, boolean isFound) {
        insert(new Row().category(category).east(metres));

        assertThat(count(ask(Map.of("category", category)))).isEqualTo(isFound ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "NOISE, 71, true",
        "NOISE, -71, true",
        "NOISE, 73, false",
        "ROAD_SURFACE, 700, true",
        "ROAD_SURFACE, 721, false"
    })
    void eachCategoryLastsItsTime(String category, int hours, boolean isFound) {
        insert(new Row().category(category).at(NIGHT.minus(Duration.ofHours(hours))));

        assertThat(count(ask(Map.of("category", category)))).isEqualTo(isFound ? 1 : 0);
    }

    @Test
    void othersOfTheClassAndThoseFurtherOffAreFoundWhenTheyReadMuchTheSame() {
        var far = insert(new Row().east(1_200).text(NIGHT_NOISE));
        var otherCategory = insert(new Row().category("WASTE").east(50).text(NIGHT_NOISE));
        insert(new Row().category("SITE_NOISE").text(NIGHT_NOISE));
        insert(new Row().east(1_600).text(NIGHT_NOISE));
        insert(new Row().category("WASTE").east(50));

        var found = ask(Map.of());

        assertThat(found.texts("possibleDuplicates[*].issue.id"))
                .containsExactly(otherCategory.toString(), far.toString());
        assertThat(found.get("possibleDuplicates[1].similarity", Double.class)).isGreaterThan(0.85);
    }

    @Test
    void theNearestAndMostAlikeComeFirstAndThereAreTen() {
        IntStream.range(0, 12).forEach(i -> insert(new Row().east(20 * i)));
        var alike = insert(new Row().east(250).text(NIGHT_NOISE));

        var found = ask(Map.of());

        assertThat(count(found)).isEqualTo(10);
        assertThat(found.text("possibleDuplicates[0].issue.id")).isEqualTo(alike.toString());
        assertThat(found.list("possibleDuplicates[*].distanceMetres", Integer.class)
                        .subList(1, 10))
                .containsExactly(0, 20, 40, 60, 80, 100, 120, 140, 160);
    }

    @ParameterizedTest
    @CsvSource({
        "REPORTED, true",
        "ACCEPTED, true",
        "DISPATCHED, true",
        "IN_PROGRESS, true",
        "HANDLED, true",
        "RETURNED, true",
        "SUSPENDED, true",
        "CLOSED, false",
        "EVALUATED, false",
        "REJECTED, false",
        "WITHDRAWN, false"
    })
    void onlyOpenIssuesAreFound(String status, boolean isFound) {
        insert(new Row().status(status));

        assertThat(count(ask(Map.of()))).isEqualTo(isFound ? 1 : 0);
    }

    @Test
    void thoseWithoutAPointAreFoundInTheirGrid() {
        var east = insert(new Row(), Town.EAST_YARD, false);
        insert(new Row(), Town.WEST_YARD, false);
        var there = insert(new Row(), Town.EAST_YARD, true);

        var byPoint = ask(Map.of());
        var byGrid = ask(Map.of("gridId", Town.EAST_YARD.id()), "point");

        assertThat(byPoint.texts("possibleDuplicates[*].issue.id"))
                .containsExactlyInAnyOrder(east.toString(), there.toString());
        assertThat(byGrid.texts("possibleDuplicates[*].issue.id"))
                .containsExactlyInAnyOrder(east.toString(), there.toString());
        assertThat(byGrid.isNull("possibleDuplicates[0].distanceMetres")).isTrue();
        assertThat(count(ask(Map.of(), "point"))).isZero();
    }

    @Test
    void takesThePointInTheSystemOfTheMapAndLeavesOutWhatIsNotMeant() {
        var id = insert(new Row());
        var gcj = Map.of("longitude", 104.0175, "latitude", 30.8075, "system", "GCJ02");

        assertThat(ask(Map.of("point", gcj)).number("possibleDuplicates[0].distanceMetres"))
                .isBetween(10, 290);
        assertThat(count(ask(Map.of("excludeId", id.toString())))).isZero();
        assertThat(count(ask(Map.of("category", "NO_SUCH_THING")))).isZero();
    }

    /// In one test, since the last of it leaves anonymous callers waiting.
    @Test
    void nobodyLearnsOfPrivateIssuesNorWhatInternalOnesSayNorAsksTooOften() {
        insert(new Row().east(10).text(NIGHT_NOISE));
        insert(new Row().east(120).confidentiality("INTERNAL").text(NIGHT_NOISE));
        insert(new Row().east(20).confidentiality("PRIVATE").text(NIGHT_NOISE));
        insert(new Row().east(900).confidentiality("INTERNAL").text(NIGHT_NOISE));

        for (var outside : List.of(graph.anonymous(), graph.as(TownAccount.ZHANG_WEI))) {
            var found = ask(outside, input(Map.of()));

            assertThat(count(found)).isEqualTo(2);
            assertThat(found.text("possibleDuplicates[0].title")).isEqualTo(NIGHT_NOISE.substring(0, 10));
            assertThat(found.isNull("possibleDuplicates[1].issue")).isTrue();
            assertThat(found.isNull("possibleDuplicates[1].title")).isTrue();
            assertThat(found.isNull("possibleDuplicates[1].similarity")).isTrue();
            assertThat(found.number("possibleDuplicates[1].distanceMetres")).isEqualTo(100);
        }
        assertThat(count(ask(graph.as(TownAccount.WANG), input(Map.of())))).isEqualTo(4);
        assertThat(codesOfAFlood()).isNotEmpty().containsOnly("RATE_LIMITED");
        assertThat(ask(Map.of()).errors()).isEmpty();
    }

    @Test
    void anIssueMayBeADuplicateOfThoseReportedBeforeIt() {
        var first = insert(new Row().east(40).at(NIGHT.minusSeconds(60)).confidentiality("PRIVATE"));
        var second = insert(new Row().text(NIGHT_NOISE));
        var third = insert(new Row().east(10).at(NIGHT.plusSeconds(60)));
        insert(new Row().category("WASTE").at(NIGHT.minusSeconds(60)).text(NIGHT_NOISE));
        insert(new Row().east(400).at(NIGHT.minusSeconds(60)).text(NIGHT_NOISE));

        var ofSecond = candidates(second);

        assertThat(ofSecond).extracting(Candidate::id).containsExactly(first);
        assertThat(ofSecond.getFirst().metres()).isCloseTo(40, within(1.0));
        assertThat(ofSecond.getFirst().similarity()).isBetween(0.0, 0.3);
        assertThat(candidates(first)).isEmpty();
        assertThat(candidates(third)).extracting(Candidate::id).containsExactlyInAnyOrder(first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            烧烤摊半夜吵闹 | 烧烤摊半夜吵闹 | 1.0
            烧烤摊半夜吵闹 | 半夜烧烤摊吵闹 | 0.5
            ABC abc        | abc            | 0.5
            烧烤摊         | 下水道         | 0.0
            烧             | 烧             | 0.0
            """)
    void likenessIsTheShareOfPairsThatBothHave(String one, String other, double share) {
        var found = Tables.texts(
                graph.database(),
                "select round(likeness(bigrams('%s'), bigrams('%s'))::numeric, 2)".formatted(one, other));

        assertThat(Double.parseDouble(found.getFirst())).isCloseTo(share, within(0.005));
    }

    @Test
    void distancesAreThoseOfTheEarth() {
        var metres =
                Tables.texts(graph.database(), "select round(metres_between(point(104, 30.8), point(104.01, 30.81)))");

        assertThat(metres).containsExactly("1466");
        assertThat(Tables.texts(graph.database(), """
                        select count(*) from generate_series(0, 359) as degree
                        cross join lateral (select point(104 + 0.00104 * cos(radians(degree)), 30.8 + 0.00089 * sin(radians(degree))) as p)
                        where metres_between(point(104, 30.8), p) <= 99 and not p <@ box_around(point(104, 30.8), 100)""")).containsExactly("0");
    }

    /// All in one document, so that no time passes.
    private List<Object> codesOfAFlood() {
        var aliases = IntStream.range(0, 20)
                .mapToObj(i -> "a%d: possibleDuplicates(input: $input) { status }".formatted(i))
                .collect(Collectors.joining(" "));
        var document = "query($input: PossibleDuplicatesInput!) { " + aliases + " }";
        var input = Map.<String, Object>of("input", input(Map.of("category", "NO_SUCH_THING")));
        return IntStream.range(0, 6)
                .mapToObj(i -> graph.anonymous().ask(document, input))
                .flatMap(answer -> answer.errors().stream())
                .map(error -> Objects.requireNonNull(error.getExtensions().get("code")))
                .toList();
    }

    private List<Candidate> candidates(IssueId id) {
        return Awaited.the(issues.all(List.of(id.value()), IssueSight.of(Scope.everywhere()))
                .single()
                .flatMap(likeness::of));
    }

    private static int count(Answer answer) {
        return answer.texts("possibleDuplicates[*].status").size();
    }

    private Answer ask(Map<String, ? extends @Nullable Object> fields, String... without) {
        var input = input(fields);
        List.of(without).forEach(input::remove);
        return ask(graph, input);
    }

    private static Answer ask(Graph asking, Map<String, Object> input) {
        var answer = asking.ask(ASK, Map.of("input", input));
        assertThat(answer.errors()).isEmpty();
        return answer;
    }

    private static Map<String, Object> input(Map<String, ? extends @Nullable Object> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "category", "NOISE", "point", east(0), "description", NIGHT_NOISE, "occurredAt", NIGHT.toString()));
        input.putAll(fields);
        return input;
    }

    private static Map<String, Object> east(double metres) {
        return Map.of("longitude", 104.015 + metres / METRES_EAST, "latitude", 30.81);
    }

    private IssueId insert(Row row) {
        return insert(row, Town.EAST_YARD, true);
    }

    private IssueId insert(Row row, TownGrid grid, boolean hasPoint) {
        var id = UUID.randomUUID();
        var longitude = 104.015 + row.east() / METRES_EAST;
        execute("""
                insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                   confidentiality, status, grid_id, grid_key, reported_grid_key, location, reporter,
                                   reported_at, updated_at)
                select '%1$s', '%1$s', 'COMPLAINT', id, left('%2$s', 10), substr('%2$s', 11), 'PHONE', 'NORMAL', 'GRID', '%3$s',
                       '%4$s', '%5$s', '%6$s', '%6$s', %7$s, 'anonymous', '%8$s', '%8$s'
                from issue_category where code = '%9$s'""".formatted(
                        id,
                        row.text(),
                        row.confidentiality(),
                        row.status(),
                        grid.uuid(),
                        grid.key(),
                        hasPoint ? "point(%s, 30.81)".formatted(longitude) : "null",
                        row.at(),
                        row.category()));
        return new IssueId(id);
    }

    private void execute(String sql) {
        TestPostgres.execute(graph.database(), sql);
    }
}
