package org.wangge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

@ApiTest
class IssueApiTests {
    private static final String REPORT = """
            mutation($input: ReportIssueInput!) {
              reportIssue(input: $input) {
                issue { id title status step urgency level grid { name } category { code label } version
                        timeline { seq move fromStatus toStatus } location { longitude latitude } }
                refusal { code message ... on InputRejected { problems { path code message } } }
                replayed cursor trackingCode
              }
            }""";

    @Autowired
    Graph graph;

    @Test
    void reportsAnIssueWhereItIs() {
        var answer = graph.ask(
                REPORT,
                Map.of(
                        "input",
                        Map.of(
                                "key", UUID.randomUUID().toString(),
                                "category", "DRAINAGE",
                                "description", "村口下水道井盖破损，雨后积水。",
                                "source", "RESIDENT_APP",
                                "point", Map.of("longitude", 104.015, "latitude", 30.81))));

        assertThat(answer.text("reportIssue.issue.grid.name")).isEqualTo("东院");
        assertThat(answer.text("reportIssue.issue.status")).isEqualTo("REPORTED");
        assertThat(answer.text("reportIssue.issue.category.label")).isEqualTo("Drains and sewers");
        assertThat(answer.list("reportIssue.issue.timeline", Object.class)).hasSize(1);
        assertThat(answer.text("reportIssue.trackingCode")).hasSize(10);
    }
}
