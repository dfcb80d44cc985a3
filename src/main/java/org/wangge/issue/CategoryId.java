package org.wangge.issue;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [IssueCategory].
public record CategoryId(UUID value) {
    public static final String TYPE = "issueCategory";

    public static CategoryId of(String text) {
        return new CategoryId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
