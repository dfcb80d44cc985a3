package org.wangge.issue;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names an [Issue].
public record IssueId(UUID value) {
    public static final String TYPE = "issue";

    public static IssueId of(String text) {
        return new IssueId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
