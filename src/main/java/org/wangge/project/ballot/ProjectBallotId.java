package org.wangge.project.ballot;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [ProjectBallot].
public record ProjectBallotId(UUID value) {
    public static final String TYPE = "projectBallot";

    public static ProjectBallotId of(String text) {
        return new ProjectBallotId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
