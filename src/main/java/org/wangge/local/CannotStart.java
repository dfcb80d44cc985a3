package org.wangge.local;

import org.jspecify.annotations.Nullable;

/// The server does not start, and a person has to do something: what is the matter, and what to do.
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String action;

    CannotStart(String description, String action) {
        this(description, action, null);
    }

    CannotStart(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }

    /// How an option is passed to the jar and to Maven.
    static String passing(String option) {
        return "    java -jar wangge.jar %1$s\n    mvn spring-boot:run -Dspring-boot.run.arguments=%1$s"
                .formatted(option);
    }
}
