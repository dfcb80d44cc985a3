package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

/// What is deferred comes with the rest (decision 21).
@ApiTest
class DeferTests {
    @Autowired
    Graph graph;

    @Test
    void whatIsDeferredIsAnsweredWithTheRest() {
        var deferred =
                graph.ask("{ grids(first: 2) { nodes { id ... @defer(label: \"later\") { name parent { name } } } } }");

        var whole = graph.ask("{ grids(first: 2) { nodes { id name parent { name } } } }");
        assertThat(deferred.errors()).isEmpty();
        assertThat(deferred.data()).isEqualTo(whole.data());
    }
}
