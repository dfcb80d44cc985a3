package org.wangge.meeting.session;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names an [Attendance].
public record AttendanceId(UUID value) {
    public static final String TYPE = "attendance";

    public static AttendanceId of(String text) {
        return new AttendanceId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
