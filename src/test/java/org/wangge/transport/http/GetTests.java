package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

@ApiTest
class GetTests {
    private static final Map<String, String> ROOT = Map.of(
            "query",
            "query Grids($first: Int) { grids(first: $first) { nodes { id name } } }",
            "operationName",
            "Grids",
            "variables",
            "{\"first\":2}",
            "extensions",
            "{\"client\":{\"name\":\"test\"}}");

    @Autowired
    Graph graph;

    private Caller caller;

    @BeforeEach
    void callers() {
        caller = new Caller(graph);
    }

    @Test
    void asksWithVariablesAndExtensionsAsJson() {
        var answer = caller.get(ROOT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"data\":{\"grids\":{\"nodes\":[{\"id\":\"grid_");
    }

    @Test
    void asksForADocumentByItsName() {
        assertThat(caller.get(Map.of("documentId", "categories")).body()).startsWith("{\"data\":{");
        assertThat(caller.get(Map.of("documentId", "none"), "Accept", "application/graphql-response+json")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?query=",
                "?query=%7B__typename%7D&query=%7B__typename%7D",
                "?query=%7B__typename%7D&variables=1",
                "?query=%7B__typename%7D&variables=%5B%5D",
                "?query=%7B__typename%7D&extensions=nonsense",
                "?query=%7B__typename%7D%23%FF",
                "?query=%7B__typename%7D&documentId=grid-map"
            })
    void answers400ToParametersThatAreNoRequest(String parameters) {
        assertThat(caller.method("GET", parameters).statusCode()).isEqualTo(400);
    }

    @Test
    void answersAQueryAgainOnlyWhenItHasChanged() {
        var first = caller.get(ROOT);
        var etag = Caller.header(first, "ETag");

        assertThat(etag).startsWith("W/\"");
        assertThat(Caller.header(first, "Cache-Control")).isEqualTo("private, no-cache");
        var again = caller.get(ROOT, "If-None-Match", "\"other\", " + etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Caller.header(again, "ETag")).isEqualTo(etag);
        assertThat(Caller.header(again, "Vary")).contains("Authorization");
        assertThat(caller.get(ROOT, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNoErrors() {
        var answer = caller.get(Map.of("query", "{ grid(by: {id: \"x\"}) { id } }"));

        assertThat(Caller.header(answer, "ETag")).isEmpty();
        assertThat(Caller.header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answersHeadAsGetWithoutABody() {
        var get = caller.get(ROOT);
        var head = caller.method("HEAD", "?" + Caller.encoded(ROOT));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(Caller.header(head, "ETag")).isEqualTo(Caller.header(get, "ETag"));
        assertThat(Caller.header(head, "Content-Type")).isEqualTo(Caller.header(get, "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json", "text/event-stream"})
    void carriesOutNoMutation(String accept) {
        var two = Map.of("query", "query A { __typename } mutation B { __typename }", "operationName", "B");

        var answer = caller.get(two, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Caller.header(answer, "Allow")).isEqualTo("POST");
        assertThat(caller.get(Map.of("query", two.get("query"), "operationName", "A"), "Accept", accept)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesTheSchemaToThoseWhoMayAskForIt() {
        var answer = caller.method("GET", "/schema");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.type(answer)).isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.body())
                .contains("type Issue implements Node")
                .contains("(上报)")
                .contains("@oneOf");
        assertThat(caller.method("GET", "/schema", "If-None-Match", Caller.header(answer, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(Caller.type(caller.method("GET", "/schema", "Accept", "application/graphql")))
                .isEqualTo("application/graphql;charset=utf-8");
        assertThat(caller.method("GET", "/schema", "Accept", "application/json").statusCode())
                .isEqualTo(406);
        assertThat(caller.method("POST", "/schema").statusCode()).isEqualTo(405);
    }

    @Test
    void keepsTheSchemaFromOthers() {
        var answer = new Caller(graph.anonymous()).method("GET", "/schema");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("SIGN_IN_REQUIRED");
        assertThat(Caller.header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
    }
}
