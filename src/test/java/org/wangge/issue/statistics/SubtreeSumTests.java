package org.wangge.issue.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Statements;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;

/// Whatever the rows are: the figures of a grid are the sum of its own and its children's, and a child
/// has the same figures whether it is asked for or its parent is.
@ApiTest
@Import(Statements.class)
@TestPropertySource(properties = "test.town=statistics")
class SubtreeSumTests {
    private static final List<String> COUNTS =
            List.of("reported", "accepted", "dueToClose", "closed", "movedAway", "movedHere");
    private static final List<String> RATES = List.of(
            "validReportRate",
            "closeRate",
            "onTimeCloseRate",
            "dispatchAccuracy",
            "reworkRate",
            "overdueRate",
            "duplicateRate",
            "reopenRate",
            "responseRate",
            "resolutionRate",
            "satisfactionRate",
            "proactiveRate",
            "ledgerFreshness",
            "staffedGridRate",
            "fiveSeesRate");
    private static final String ASK = """
            query($id: ID!) { issueStatistics(within: $id, from: "2026-03-01", to: "2026-04-01") {
              figures { ...f } own { ...f } children { grid { id } figures { ...f } } } }
            fragment f on IssueFigures { %s %s handling { count active { mean p50 p90 } }
              unanswered { closedWithoutReply overdueUnreplied } }""".formatted(
            String.join(" ", COUNTS), String.join(" { numerator denominator } ", RATES) + " { numerator denominator }");
    private static final int ISSUES = 150;

    @Autowired
    Graph graph;

    @Autowired
    Statements statements;

    private CaseRows rows;

    @BeforeEach
    void withoutIssues() {
        rows = new CaseRows(graph.database());
        rows.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theWholeIsTheSumOfItsParts(long seed) {
        scatter(new Random(seed));
        Map<String, Map<String, Long>> alone = new HashMap<>();

        for (var grid : Town.GRIDS.reversed()) {
            var found = ask(grid);
            var parts = new ArrayList<Map<String, Long>>();
            parts.add(numbers(found.get("own")));
            for (var child : children(found)) {
                var figures = numbers(child.get("figures"));
                assertThat(figures)
                        .as(grid.name())
                        .isEqualTo(alone.get(String.valueOf(((Map<?, ?>) child.get("grid")).get("id"))));
                parts.add(figures);
            }
            var whole = numbers(found.get("figures"));
            assertThat(whole).as(grid.name()).isEqualTo(sum(parts));
            alone.put(grid.id(), whole);
        }

        var street = alone.get(Town.STREET.id());
        assertThat(street.get("reported"))
                .isEqualTo(
                        Tables.number(
                                graph.database(),
                                "select count(*) from issue where reported_at >= '2026-03-01+08' and reported_at < '2026-04-01+08'"));
        assertThat(street.values().stream().filter(number -> number > 0).count())
                .isGreaterThan(25);
    }

    @Test
    void asksTheDatabaseAFewTimesForAWholeSubtree() {
        scatter(new Random(4));
        ask(Town.STREET);
        statements.taken();

        ask(Town.STREET);

        assertThat(statements.taken()).hasSizeBetween(5, 11);
    }

    private Map<String, Object> ask(TownGrid grid) {
        rows.write();
        var answer = graph.ask(ASK, Map.of("id", grid.id()));
        assertThat(answer.errors()).isEmpty();
        return map(answer.get("issueStatistics", Map.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> children(Map<String, Object> found) {
        return (List<Map<String, Object>>) found.get("children");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /// All that adds up: what is spread does not.
    private static Map<String, Long> numbers(Object figures) {
        Map<String, Long> numbers = new HashMap<>();
        map(figures).forEach((name, value) -> flatten(name, value, numbers));
        return numbers;
    }

    private static void flatten(String name, Object value, Map<String, Long> numbers) {
        switch (value) {
            case Number number -> numbers.put(name, number.longValue());
            case Map<?, ?> inner ->
                inner.forEach((key, one) -> {
                    if (!"active".equals(key)) {
                        flatten(name + "." + key, one, numbers);
                    }
                });
            default -> throw new IllegalStateException(name + ": " + value);
        }
    }

    private static Map<String, Long> sum(List<Map<String, Long>> parts) {
        Map<String, Long> sum = new HashMap<>();
        parts.forEach(part -> part.forEach((name, number) -> sum.merge(name, number, Long::sum)));
        return sum;
    }

    private void scatter(Random random) {
        CaseRows.Case earlier = null;
        for (int i = 0; i < ISSUES; i++) {
            var grid = Town.GRIDS.get(random.nextInt(Town.GRIDS.size()));
            var one = rows.reported(
                    grid, day(random, 20), pick(random, "DEMAND", "CONSULTATION"), pick(random, "PHONE", "GRID_VISIT"));
            live(one, random);
            if (random.nextInt(8) == 0) {
                one.movedTo(Town.GRIDS.get(random.nextInt(Town.GRIDS.size())));
            }
            if (earlier != null && random.nextInt(12) == 0) {
                one.mergedInto(earlier);
            } else {
                earlier = one;
            }
        }
    }

    private static void live(CaseRows.Case one, Random random) {
        if (random.nextInt(8) == 0) {
            one.is("REJECTED").move("REJECT", "REJECTED", day(random, 25));
            return;
        }
        var met = random.nextInt(4) == 0 ? "" : "met_at = '" + CaseRows.at(day(random, 31)) + "'";
        one.accepted(day(random, 20))
                .dispatched(day(random, 25), random.nextInt(5) == 0 ? "'UPHELD'" : "null")
                .clock("HANDLE", "2026-02-20", day(random, 31), met)
                .clock("CONTACT", "2026-02-20", day(random, 31), met);
        if (random.nextInt(4) == 0) {
            one.move("SUBMIT_RESULT", "HANDLED", day(random, 28)).move("VERIFY", "IN_PROGRESS", day(random, 31));
        }
        if (random.nextInt(3) > 0) {
            close(one, random);
        }
    }

    private static void close(CaseRows.Case one, Random random) {
        one.move("SUBMIT_RESULT", "HANDLED", day(random, 31))
                .move("CLOSE", "CLOSED", day(random, 31))
                .is("CLOSED");
        if (random.nextInt(4) > 0) {
            one.replied(day(random, 31)).rated(1 + random.nextInt(5), random.nextBoolean(), day(random, 31), "null");
        }
        if (random.nextInt(5) == 0) {
            one.waived("SCENE");
        }
        if (random.nextInt(6) == 0) {
            one.nextRound().is("ACCEPTED");
        }
    }

    private static String day(Random random, int last) {
        return random.nextInt(10) == 0 ? "2026-04-02" : "2026-03-%02d".formatted(1 + random.nextInt(last));
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
