package org.wangge.graphql;

/// The schema promises what the code does not serve; the server must not start.
public final class SchemaMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaMismatch(String message) {
        super(message);
    }
}
