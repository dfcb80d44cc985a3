package org.wangge.meeting;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [CouncilSeat].
public record CouncilSeatId(UUID value) {
    public static final String TYPE = "councilSeat";

    public static CouncilSeatId of(String text) {
        return new CouncilSeatId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
