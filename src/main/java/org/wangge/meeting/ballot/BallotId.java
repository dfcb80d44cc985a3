package org.wangge.meeting.ballot;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Ballot].
public record BallotId(UUID value) {
    public static final String TYPE = "ballot";

    public static BallotId of(String text) {
        return new BallotId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
