package org.wangge.personnel.duty;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [DutyShift].
public record DutyShiftId(UUID value) {
    public static final String TYPE = "dutyShift";

    public static DutyShiftId of(String text) {
        return new DutyShiftId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
