package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wangge.graphql.GlobalId;
import org.wangge.grid.GridKey;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;
import org.wangge.town.TestPostgres;

/// Nor does the time of the answer tell what lies out of scope from what does not exist; on a whole
/// street, where looking around costs time.
@StreetTest
@Import(InHouse.class)
class NotFoundTimeTests {
    private static final int WARM_UP = 100;
    private static final int PAIRS = 1_000;
    private static final double MOST_MILLIS = 2;

    @Autowired
    InHouse inHouse;

    @Autowired
    Graph graph;

    @ParameterizedTest
    @CsvSource({
        "doctor, household",
        "doctor, premises",
        "both, resident",
        "both, household",
        "both, premises",
        "both, issue"
    })
    void theMediansOfTheTimesAreTheSame(String who, String type) throws SQLException {
        var communities = texts("select grid_key from grid where level = 2 order by grid_key");
        var viewer = viewer(who, communities);
        var hidden = hidden(type, communities.getLast());

        for (var document : List.of("%s(by: {id: $id})".formatted(type), "node(id: $id)")) {
            var difference = difference("query($id: ID!) { found: " + document + " { id } }", viewer, type, hidden);
            assertThat(Math.abs(difference)).as(document).isLessThan(MOST_MILLIS);
        }
    }

    private double difference(String document, Viewer viewer, String type, List<String> hidden) {
        var there = new double[PAIRS];
        var missing = new double[PAIRS];
        for (int i = -WARM_UP; i < PAIRS; i++) {
            var first = time(document, viewer, hidden.get(Math.floorMod(i, hidden.size())));
            var second = time(document, viewer, GlobalId.encode(type, UUID.randomUUID()));
            if (i >= 0) {
                there[i] = first;
                missing[i] = second;
            }
        }
        return median(there) - median(missing);
    }

    private double time(String document, Viewer viewer, String id) {
        var begin = System.nanoTime();
        var answer = Awaited.the(inHouse.ask(document, Map.of("id", id), viewer));
        var end = System.nanoTime();
        assertThat(answer.getErrors()).hasSize(1);
        assertThat(answer.getErrors().getFirst().getExtensions()).containsEntry("code", "NOT_FOUND");
        return (end - begin) / 1e6;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static Viewer viewer(String who, List<String> communities) {
        var grants = new ArrayList<Grant>();
        if (!who.equals("doctor")) {
            grants.add(grant(Role.GRID_MEMBER, communities.getFirst()));
            grants.add(grant(Role.GRID_LEADER, communities.get(2)));
        }
        grants.add(grant(Role.COMMUNITY_DOCTOR, communities.get(1)));
        grants.add(grant(Role.COMMUNITY_DOCTOR, communities.get(3)));
        var account = UUID.randomUUID();
        return new Viewer("account:" + account, account, UUID.randomUUID(), UUID.randomUUID(), null, grants, null);
    }

    private static Grant grant(Role role, String within) {
        return new Grant(role, new GridKey(within), Instant.EPOCH, null);
    }

    private List<String> hidden(String table, String within) throws SQLException {
        var ids = texts(
                "select id from %s where starts_with(grid_key, '%s') order by id limit 1000".formatted(table, within));
        assertThat(ids).hasSizeGreaterThan(100);
        return ids.stream()
                .map(id -> GlobalId.encode(table, UUID.fromString(id)))
                .toList();
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
