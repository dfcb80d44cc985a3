package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Statements;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// A page costs one statement, and each of its relations at most one more, however long it is; those that are
/// kept at hand cost none.
@ApiTest
@Import(Statements.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountTests {
    @Autowired
    Graph graph;

    @Autowired
    Statements statements;

    @BeforeAll
    void reportFiftyIssues() {
        IntStream.range(0, 50)
                .forEach(i -> graph.report(
                        Town.GRIDS.get(11 + i % 5), i % 2 == 0 ? "NOISE" : "DRAINAGE", "第" + i + "件事情在这里"));
    }

    @Test
    void aPageOfFiftyWithItsTimelinesCostsTwo() {
        statements.taken();

        var answer = graph.ask("""
                { issues(first: 50) { nodes { title grid { name } category { label } lead { name } timeline(last: 3) { move } } } }""");

        assertThat(answer.texts("issues.nodes[*].title")).hasSize(50);
        assertThat(statements.taken()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | { issues(first: 50) { nodes { title grid { name parent { name } ancestors { name } } } } }
            2 | { issues(first: 50) { nodes { title category { label } } total { amount } asOf } }
            2 | { grids(first: 50) { nodes { children { name } parent { name } ancestors { name } counts { openIssueCount } } } }
            2 | { members(first: 50) { nodes { name department { name } assignments { grid { name } } } } }
            3 | { grids(first: 50) { nodes { leader { name } assignments { role } } } }
            """)
    void relationsAreReadForAWholePageAtOnce(int count, String document) {
        statements.taken();

        var answer = graph.ask(document);

        assertThat(answer.errors()).isEmpty();
        assertThat(statements.taken()).hasSize(count);
    }

    /// The key, the issue, its clock, the events; the answer is what was written.
    @Test
    void aReportCostsFour() {
        statements.taken();

        var answer = graph.report(Town.GRIDS.get(11), "NOISE", "半夜施工，睡不着");

        assertThat(answer.text("reportIssue.issue.id")).isNotEmpty();
        assertThat(statements.taken()).hasSize(4);
    }

    /// It is in some twenty indexes, and each time it is written it is in all of them anew.
    @Test
    void aMoveWritesItsIssueOnce() {
        var id = reported("垃圾三天没有清运");
        TestPostgres.execute(graph.database(), """
                create table written (id uuid);
                create function note_written() returns trigger language plpgsql as
                  'begin insert into written values (new.id); return null; end';
                create trigger note_written after update on issue for each row execute function note_written()""");

        var answer = accept(id);
        var written = Tables.number(graph.database(), "select count(*) from written");
        TestPostgres.execute(graph.database(), "drop function note_written cascade; drop table written");

        assertThat(answer.text("acceptIssue.issue.status")).isEqualTo("ACCEPTED");
        assertThat(answer.text("acceptIssue.issue.nextDueAt")).isNotEmpty();
        assertThat(written).isEqualTo(1);
    }

    @Test
    void anAcceptanceCostsTwentyTwo() {
        accept(reported("垃圾又三天没有清运"));
        var id = reported("垃圾还是没有清运");
        statements.taken();

        var answer = accept(id);

        assertThat(answer.errors()).isEmpty();
        assertThat(statements.taken()).hasSize(22);
    }

    @Test
    void anEventOfAFeedReadsItsIssueAfresh() {
        try (var socket = graph.socket()
                .subscribe(
                        "subscription { issueEvents { ... on IssueEvent { issue { title grid { name } } } } }",
                        Map.of())) {
            socket.nextItem();
            statements.taken();
            reportFiftyIssues();

            socket.nextItems(50);

            var reads = statements.taken().stream()
                    .filter(sql -> sql.contains("i.id = any("))
                    .count();
            assertThat(reads).isEqualTo(50);
        }
    }

    private String reported(String description) {
        return graph.report(Town.GRIDS.get(12), "WASTE", description).text("reportIssue.issue.id");
    }

    private Answer accept(String id) {
        var input = Map.of(
                "key", UUID.randomUUID(), "issueId", id, "expectedVersion", 1, "notDuplicateBecause", "已核实，不是同一件事");
        return graph.as(TownAccount.INTAKE).ask("""
                        mutation($input: AcceptIssueInput!) {
                          acceptIssue(input: $input) { issue { status nextDueAt } refusal { code } } }""", Map.of("input", input));
    }
}
