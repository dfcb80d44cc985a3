package org.wangge.graphql.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.wangge.graphql.Rows;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TownAccount;

/// PostgreSQL plans a list for what is asked, each time, and the list of open issues once.
@ApiTest
@TestPropertySource(properties = "wangge.database.connections=1")
class ListPlanTests {
    private static final int MORE_THAN_POSTGRESQL_TRIES = 9;

    @Autowired
    Graph graph;

    @Autowired
    DatabaseClient database;

    private record Plans(long forTheValues, long forAll) {}

    @Test
    void aListIsPlannedForWhatIsAsked() {
        ask("{ issues(filter: {status: [CLOSED]}) { nodes { id } total { amount } } }");

        assertThat(plans("i.status = any"))
                .hasSize(2)
                .allMatch(plans -> plans.forAll() == 0 && plans.forTheValues() == MORE_THAN_POSTGRESQL_TRIES);
    }

    @Test
    void thatOfOpenIssuesIsPlannedOnce() {
        ask("{ issues(filter: {isOpen: true}) { nodes { id } } }");

        assertThat(plans("i.is_open"))
                .singleElement()
                .satisfies(plans -> assertThat(plans.forAll()).isPositive());
    }

    private void ask(String document) {
        var leader = graph.as(TownAccount.WILLOW_LEADER);
        for (int i = 0; i < MORE_THAN_POSTGRESQL_TRIES; i++) {
            assertThat(leader.ask(document).errors()).isEmpty();
        }
    }

    private List<Plans> plans(String condition) {
        return Awaited.the(database.sql("""
                        select custom_plans, generic_plans from pg_prepared_statements
                        where statement like '%from issue i%' and strpos(statement, :condition) > 0
                          and statement not like '%pg_prepared_statements%'""")
                .bind("condition", condition)
                .map(row -> plans(row))
                .all()
                .collectList());
    }

    private static Plans plans(Readable row) {
        return new Plans(Rows.get(row, "custom_plans", Long.class), Rows.get(row, "generic_plans", Long.class));
    }
}
