package org.wangge.issue;

import java.time.Instant;
import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names an [Issue].
public record IssueId(UUID value) {
    public static final String TYPE = "issue";

    public static IssueId of(String text) {
        return new IssueId(GlobalId.decode(TYPE, text));
    }

    /// A new one that sorts after those of before (UUIDv7): what has its id grows at the end of its indexes.
    public static IssueId at(Instant now) {
        var random = UUID.randomUUID();
        var high = now.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff;
        return new IssueId(new UUID(high, random.getLeastSignificantBits()));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
