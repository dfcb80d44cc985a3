package org.wangge.clients;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The contract beside that of the last release, as graphql-inspector compares them; graphql-tools leave out the
/// types that nothing names once what was deprecated has gone.
class SchemaChangesTests {
    @Test
    void nothingThatClientsUseGoesWithoutNotice() throws Exception {
        NodeScript.runs("changes.mjs", Map.of());
    }

    @Test
    void plantedChangesThatBreakClientsAreFound() throws Exception {
        NodeScript.runs("changes.planted.mjs", Map.of());
    }
}
