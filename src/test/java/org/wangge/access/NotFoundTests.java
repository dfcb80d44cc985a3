package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;
import tools.jackson.databind.json.JsonMapper;

/// What lies out of scope is not found: nothing in the answer tells it from what does not exist.
@ApiTest
class NotFoundTests {
    private static final TownThing SECRET = new TownThing("issue", 11, 77);
    private static final Map<String, TownThing> THINGS = Map.of(
            "resident", TownHomes.CHEN_DASHAN,
            "household", TownHomes.CHEN_FAMILY,
            "premises", TownHomes.BRIDGE_HOUSE,
            "issue", SECRET,
            "member", TownPeople.SUN);

    @Autowired
    Graph graph;

    private record Reply(int status, Map<String, ?> headers, String body) {}

    @BeforeEach
    void reportASecret() {
        TestPostgres.execute(graph.database(), """
                insert into issue (id, tracking_code, case_no, type, category_id, title, description, source, urgency,
                                   level, confidentiality, status, grid_id, grid_key, reported_grid_key, reporter,
                                   reported_at, updated_at)
                select '%s', 'T77', 'C077', 'DEMAND', c.id, '桥院', '桥院的事', 'PHONE', 'NORMAL', 'GRID', 'PRIVATE',
                       'REPORTED', g.id, g.grid_key, g.grid_key, 'anonymous', now(), now()
                from grid g, issue_category c
                where g.grid_key = '%s' and c.code = 'NOISE'
                on conflict do nothing""".formatted(SECRET.uuid(), Town.BRIDGE_YARD.key()));
    }

    @ParameterizedTest
    @CsvSource({
        "WANG, resident",
        "WANG, household",
        "WANG, premises",
        "WANG, issue",
        "ZHAO, resident",
        "ZHAO, household",
        "ZHAO, premises",
        "ZHAO, issue",
        "ZHANG_WEI, resident",
        "ZHANG_WEI, household",
        "ZHANG_WEI, premises",
        "ZHANG_WEI, issue",
        "ZHANG_WEI, member",
        "HANDLER, resident",
        "HANDLER, household",
        "HANDLER, premises",
        "HANDLER, issue",
        "SYSTEM_ADMIN, resident",
        "SYSTEM_ADMIN, household",
        "SYSTEM_ADMIN, premises",
        "SYSTEM_ADMIN, issue"
    })
    void theAnswersAreTheSameByteForByte(TownAccount account, String type) {
        var there = THINGS.get(type);
        var missing = new TownThing(type, there.kind(), 999);
        var by = "query($id: ID!) { found: %s(by: {id: $id}) { id } }".formatted(type);
        var node = "query($id: ID!) { found: node(id: $id) { id } }";
        var nodes = "query($id: ID!) { nodes(ids: [$id]) { id } }";

        for (var document : new String[] {by, node, nodes}) {
            var hidden = ask(account, document, there.id());
            assertThat(hidden).isEqualTo(ask(account, document, missing.id()));
            assertThat(hidden.body).contains(document.equals(nodes) ? "[null]" : "NOT_FOUND");
            assertThat(ask(TownAccount.EVERYTHING, document, there.id()).body).contains(there.id());
        }
    }

    @ParameterizedTest
    @CsvSource({"household, no, H005, H999", "premises, code, P006, P999", "issue, caseNo, C077, C999"})
    void soAreThoseByAnotherName(String type, String name, String there, String missing) {
        var document = "query($id: String!) { found: %s(by: {%s: $id}) { id } }".formatted(type, name);

        var hidden = ask(TownAccount.WANG, document, there);

        assertThat(hidden).isEqualTo(ask(TownAccount.WANG, document, missing));
        assertThat(hidden.body).contains("NOT_FOUND");
        assertThat(ask(TownAccount.EVERYTHING, document, there).body)
                .contains(THINGS.get(type).id());
    }

    private Reply ask(TownAccount account, String document, String id) {
        var asking = graph.as(account);
        var body = JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", Map.of("id", id)));
        var request = HttpRequest.newBuilder(URI.create(asking.url()))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + asking.token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var reply = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .join();
            var headers = new TreeMap<>(reply.headers().map());
            headers.remove("date");
            // It grows with the number of the request and with what is left of the budget; the body is compared whole.
            headers.remove("content-length");
            var comparable = reply.body()
                    .replaceAll("\"correlationId\":\"[^\"]+\"", "\"correlationId\":\"\"")
                    .replaceAll("\"available\":\\d+", "\"available\":0");
            return new Reply(reply.statusCode(), headers, comparable);
        }
    }
}
