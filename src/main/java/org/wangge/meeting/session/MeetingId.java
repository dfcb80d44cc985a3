package org.wangge.meeting.session;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Meeting].
public record MeetingId(UUID value) {
    public static final String TYPE = "meeting";

    public static MeetingId of(String text) {
        return new MeetingId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
