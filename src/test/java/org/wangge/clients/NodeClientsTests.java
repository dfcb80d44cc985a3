package org.wangge.clients;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

/// Real clients drive a running server.
@ApiTest
class NodeClientsTests {
    @Autowired
    Graph graph;

    @Test
    void graphqlWsHearsOfAnIssueWithinASecondAndMissesNothing() throws Exception {
        runs("live.mjs");
    }

    @Test
    void graphqlWsAsksAndCommandsAndListensOverOneSocket() throws Exception {
        runs("socket.mjs");
    }

    @Test
    void graphqlJsFindsTheContractValidAndServedAsWritten() throws Exception {
        runs("schema.mjs");
    }

    @Test
    void graphqlHttpFindsNothingAgainstTheProtocol() throws Exception {
        runs("audit.mjs");
    }

    @Test
    void graphqlSseQueriesCommandsAndListens() throws Exception {
        runs("sse.mjs");
    }

    @Test
    void apolloQueriesAndCommands() throws Exception {
        runs("apollo.mjs");
    }

    @Test
    void urqlQueriesCommandsAndListens() throws Exception {
        runs("urql.mjs");
    }

    private void runs(String script) throws Exception {
        NodeScript.runs(script, Map.of("WANGGE_URL", graph.url(), "WANGGE_TOKEN", String.valueOf(graph.token())));
    }
}
