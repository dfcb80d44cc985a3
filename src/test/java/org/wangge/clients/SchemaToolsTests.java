package org.wangge.clients;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The tools that front ends build with find nothing in the contract. What each is for: graphql-js is what nearly
/// every tool stands on, graphql-eslint says what others stumble over, relay-compiler and graphql-codegen turn the
/// contract into code, TypeScript reads that code.
class SchemaToolsTests {
    @Test
    void bothVersionsOfGraphQlJsBuildTheContract() throws Exception {
        NodeScript.runs("engines.mjs", Map.of());
    }

    @Test
    void graphqlEslintFindsNothingThatIsNotMeant() throws Exception {
        NodeScript.runs("lint.mjs", Map.of());
    }

    @Test
    void relayCompilerTakesTheContractForAnApplication() throws Exception {
        NodeScript.runs("relay.mjs", Map.of());
    }

    @Test
    void generatedTypesOfAllExamplesAreStrict() throws Exception {
        NodeScript.runs("codegen.mjs", Map.of());
    }
}
