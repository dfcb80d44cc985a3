package org.wangge.issue.evidence;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a piece of [Evidence].
public record EvidenceId(UUID value) {
    public static final String TYPE = "evidence";

    public static EvidenceId of(String text) {
        return new EvidenceId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
