package org.wangge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;
import org.wangge.town.Tables;

/// What people copy from schema/examples works on the demo street for whom it says, and prints the
/// figures that the README promises.
@StreetTest
@ExtendWith(OutputCaptureExtension.class)
class ExampleTests {
    private static final Pattern ACCOUNT = Pattern.compile("\n# Signed in; as ([a-z-]+) ");

    private static final Pattern STATUS = Pattern.compile("issue that is ([A-Z_]+)");

    private static final String OTHER_PHONE = "13900139000";
    private static final Pattern CODE = Pattern.compile("Code for 139\\*{4}9000: (\\d{6})");

    @Autowired
    Graph graph;

    static Stream<Path> examples() throws IOException {
        try (var files = Files.list(Path.of("schema/examples"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleWorks(Path file, CapturedOutput output) throws IOException {
        var document = Files.readString(file);
        var asking = whoever(document);

        if (document.contains("\nsubscription ")) {
            try (var socket = asking.socket().subscribe(document, Map.of())) {
                assertThat(socket.nextItem()).containsKey("cursor");
            }
            return;
        }
        var variables = variables(document, asking);
        if (document.contains("$code: String!")) {
            variables.put("code", codeFor(OTHER_PHONE, output));
            variables.put("phone", OTHER_PHONE);
        }
        var answer = asking.ask(document, variables);

        assertThat(answer.errors()).isEmpty();
        var data = answer.response().path("*").entityList(Object.class).get();
        assertThat(data).isNotEmpty().doesNotContainNull();
        if (document.contains("mutation ")) {
            assertThat(data.toString()).doesNotContain("refusal={");
        }
    }

    /// Who the example says it is for; where it says nothing, anybody.
    private Graph whoever(String document) throws IOException {
        var account = ACCOUNT.matcher(document);
        return account.find() ? graph.with(session(account.group(1), "accessToken")) : graph.anonymous();
    }

    private String session(String name, String token) throws IOException {
        return graph.anonymous()
                .ask(Files.readString(Path.of("schema/examples/sign-in.graphql")), Map.of("name", name))
                .text("signIn.session." + token);
    }

    /// A code is sent once a minute to one phone: not to the one of the other example.
    private String codeFor(String phone, CapturedOutput output) throws IOException {
        var request = Files.readString(Path.of("schema/examples/request-phone-code.graphql"));
        graph.anonymous().ask(request, Map.of("phone", phone)).text("requestPhoneCode.expiresAt");
        var code = CODE.matcher(output.getOut());
        assertThat(code.find()).as("a code in the log").isTrue();
        return code.group(1);
    }

    private Map<String, Object> variables(String document, Graph asking) throws IOException {
        var variables = new HashMap<String, Object>();
        if (document.contains("$key")) {
            variables.put("key", UUID.randomUUID().toString());
        }
        if (document.contains("$refreshToken")) {
            variables.put("refreshToken", session("agency", "refreshToken"));
        }
        if (document.contains("$gridId")) {
            var street = asking.ask("{ grid(by: {code: \"999999001000\"}) { id } }");
            variables.put("gridId", street.text("grid.id"));
        }
        if (document.contains("$residentId")) {
            var residents = asking.ask("{ residents(first: 1) { nodes { id } } }");
            variables.put("residentId", residents.text("residents.nodes[0].id"));
        }
        if (document.contains("$issueId")) {
            var status = STATUS.matcher(document);
            assertThat(status.find()).as("says where the issue stands").isTrue();
            var issues = asking.ask(
                    "{ issues(filter: {status: [" + status.group(1) + "]}, first: 1) { nodes { id version } } }");
            variables.put("issueId", issues.text("issues.nodes[0].id"));
            variables.put("version", issues.number("issues.nodes[0].version"));
        }
        if (document.contains("$projectId")) {
            variables.put("projectId", collected(asking));
        }
        if (document.contains("$departmentId")) {
            var departments = Tables.texts(graph.database(), "select id from department where code = 'YX-ENFORCEMENT'");
            variables.put("departmentId", GlobalId.encode("department", UUID.fromString(departments.getFirst())));
        }
        return variables;
    }

    private static String collected(Graph asking) {
        var street = asking.ask("{ grid(by: {code: \"999999001000\"}) { id } }").text("grid.id");
        return asking.ask("""
                        mutation($key: UUID!, $grid: ID!) { collectProject(input: {
                          key: $key, gridId: $grid, title: "修补道路", description: "修补破损路面", kind: ROAD
                        }) { project { id } } }""", Map.of("key", UUID.randomUUID().toString(), "grid", street))
                .text("collectProject.project.id");
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
}
