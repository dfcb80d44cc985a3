package org.wangge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What people copy from the README and from schema/examples works on the demo street, and prints
/// the figures it promises.
@StreetTest
class ExampleTests {
    private static final Pattern CURL_BODY =
            Pattern.compile("curl (-s|-N) \\S+/graphql (.*?)-d '(\\{.*?\\})'\\n", Pattern.DOTALL);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Autowired
    Graph graph;

    static Stream<Path> examples() throws IOException {
        try (var files = Files.list(Path.of("schema/examples"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleWorks(Path file) throws IOException {
        var document = Files.readString(file);

        if (document.contains("\nsubscription ")) {
            try (var socket = graph.socket().subscribe(document, Map.of())) {
                assertThat(socket.nextItem()).containsKey("cursor");
            }
            return;
        }
        var answer = graph.ask(
                document,
                document.contains("$key") ? Map.of("key", UUID.randomUUID().toString()) : Map.of());

        assertThat(answer.errors()).isEmpty();
        answer.response().path("*").entityList(Object.class).hasSizeGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theRequestsOfTheReadmeWork(String file) throws IOException {
        var found = CURL_BODY.matcher(Files.readString(Path.of(file))).results().toList();

        assertThat(found).hasSize(3);
        for (var request : found) {
            var json = request.group(3)
                    .replaceAll("'\\$\\(.*?\\)'", UUID.randomUUID().toString());
            var body = JsonMapper.shared().readValue(json, OBJECT);
            var document = String.valueOf(body.get("query"));
            if (document.startsWith("subscription")) {
                continue;
            }
            var answer = graph.ask(document, variables(body));
            assertThat(answer.errors()).as(document).isEmpty();
            assertThat(answer.response().path("*").entityList(Object.class).get())
                    .isNotEmpty();
        }
    }

    @Test
    void theStreetHasTheFiguresOfTheArticle() throws IOException {
        var answer = graph.ask(Files.readString(Path.of("schema/examples/street-figures.graphql")));

        assertThat(pairs(answer, "grid.counts.grids", "level"))
                .containsExactly("10 COMMUNITY", "46 COMPREHENSIVE", "86 RESIDENT_GROUP", "634 COURTYARD");
        assertThat(pairs(answer, "grid.counts.members", "role"))
                .containsExactlyInAnyOrder(
                        "766 GRID_LEADER",
                        "46 GRID_MEMBER",
                        "46 ENFORCEMENT_OFFICER",
                        "12 COMMUNITY_POLICE",
                        "18 COMMUNITY_DOCTOR",
                        "97 SUBDISTRICT_CADRE");
        assertThat(answer.number("grid.counts.residentCount")).isEqualTo(66_473);
        assertThat(pairs(answer, "grid.counts.premises", "type")).contains("2088 FACTORY");
    }

    @Test
    void theCountsOfASubtreeAreTheSumsOfItsParts() {
        var answer = graph.ask("""
                { grid(by: {code: "999999001000"}) { counts { residentCount householdCount openIssueCount }
                    children { counts { residentCount householdCount openIssueCount }
                      children { counts { residentCount householdCount openIssueCount } } } } }""");

        for (var count : List.of("residentCount", "householdCount", "openIssueCount")) {
            var whole = answer.number("grid.counts." + count);
            assertThat(sum(answer, "grid.children[*].counts." + count)).isEqualTo(whole);
            assertThat(sum(answer, "grid.children[*].children[*].counts." + count))
                    .isEqualTo(whole);
        }
    }

    private static int sum(Answer answer, String path) {
        return answer.list(path, Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static List<String> pairs(Answer answer, String path, String name) {
        var pairs = new ArrayList<String>();
        var names = answer.texts(path + "[*]." + name);
        var counts = answer.list(path + "[*].count", Integer.class);
        for (int i = 0; i < names.size(); i++) {
            pairs.add(counts.get(i) + " " + names.get(i));
        }
        return pairs;
    }

    private static Map<String, Object> variables(Map<String, Object> body) {
        return body.get("variables") == null
                ? Map.of()
                : JsonMapper.shared().convertValue(body.get("variables"), OBJECT);
    }
}
