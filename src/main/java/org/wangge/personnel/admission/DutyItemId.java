package org.wangge.personnel.admission;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [DutyItem].
public record DutyItemId(UUID value) {
    public static final String TYPE = "dutyItem";

    public static DutyItemId of(String text) {
        return new DutyItemId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
