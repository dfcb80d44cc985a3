package org.wangge.graphql;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in a sentence which field keeps the server from starting.
class SchemaMismatchAnalyzer extends AbstractFailureAnalyzer<SchemaMismatch> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SchemaMismatch mismatch) {
        return new FailureAnalysis(
                mismatch.getMessage(),
                "Serve the field, or take it out of the file in schema/ that names it. The server does not start with a"
                        + " schema that promises what it cannot keep.",
                mismatch);
    }
}
