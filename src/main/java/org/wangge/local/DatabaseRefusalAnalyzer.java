package org.wangge.local;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in a sentence that the database cannot be reached or does not let us in: SQLSTATE classes
/// 08 (connection), 28 (authorisation) and 3D (no such database). All else keeps its stack trace.
final class DatabaseRefusalAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        if (!state.startsWith("08") && !state.startsWith("28") && !state.startsWith("3D")) {
            return null;
        }
        return new FailureAnalysis(
                "The database cannot be used: " + cause.getMessage(),
                "Check wangge.database.url, wangge.database.user and wangge.database.password, and that"
                        + " the database is up. Leave wangge.database.url out to use the PostgreSQL that"
                        + " comes with Wangge.",
                rootFailure);
    }
}
