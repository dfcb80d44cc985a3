package org.wangge.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Statements;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;

/// Grids, members, departments and categories come from the memory of the node, which is as new as what it tells.
@ApiTest
@Import(Statements.class)
class KeptTests {
    private static final String NAME = "query($id: ID!) { grid(by: {id: $id}) { name } }";

    @Autowired
    Graph graph;

    @Autowired
    Statements statements;

    @Test
    void thePlaceAndPeopleOfAnIssueCostNoStatement() {
        var id = report();
        graph.ask(NAME, Map.of("id", Town.WILLOW.id()));
        statements.taken();

        var answer = graph.ask("""
                query($id: ID!) { issue(by: {id: $id}) {
                  category { label } grid { name parent { name } ancestors { name } } lead { name department { name } } } }""", Map.of("id", id));

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.text("issue.grid.parent.name")).isNotEmpty();
        assertThat(statements.taken()).hasSize(1);
    }

    @Test
    void whatHasChangedIsKnownBeforeALaterEventIsTold() {
        try (var socket = graph.socket()
                .subscribe(
                        "subscription { issueEvents { ... on IssueEvent { issue { grid { name } } } } }", Map.of())) {
            socket.nextItem();
            TestPostgres.execute(
                    graph.database(), "update grid set name = '新院子' where id = '" + Town.RIVER_YARD.uuid() + "'");

            report();

            assertThat(socket.nextItem().toString()).contains("新院子");
        }
    }

    @Test
    void whatCameAMomentAgoIsFound() {
        var id = UUID.randomUUID();
        TestPostgres.execute(graph.database(), """
                insert into member (id, grid_key, name, origin, card_no, card_title, card_is_public)
                select '%s', grid_key, '新来的', origin, 'WG-NEW', card_title, true from member limit 1""".formatted(id));

        var answer = graph.ask(
                "query($id: ID!) { member(by: {id: $id}) { name } }", Map.of("id", GlobalId.encode("member", id)));

        assertThat(answer.text("member.name")).isEqualTo("新来的");
    }

    private String report() {
        return graph.report(Town.RIVER_YARD, "NOISE", "半夜施工，睡不着").text("reportIssue.issue.id");
    }
}
