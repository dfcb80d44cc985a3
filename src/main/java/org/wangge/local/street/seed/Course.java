package org.wangge.local.street.seed;

import java.time.Instant;
import java.util.UUID;

/// What happens to one subject, one thing after the other: each is its next version.
public final class Course {
    private final Chronicle chronicle;
    private final UUID subject;
    private final String key;
    private int version;

    Course(Chronicle chronicle, UUID subject, String key) {
        this.chronicle = chronicle;
        this.subject = subject;
        this.key = key;
    }

    public Course step(String type, Instant at) {
        version++;
        return told(type, at);
    }

    /// Something that is told of it and leaves it at its version.
    public Course told(String type, Instant at) {
        chronicle.tell(type, subject, version, key, at);
        return this;
    }

    public int version() {
        return version;
    }
}
