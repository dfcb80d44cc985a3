package org.wangge.meeting.session;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What happens to a meeting, as its feed tells it.
public enum MeetingNews {
    PLANNED,
    CHANGED,
    NOTICED,
    SIGNED_IN,
    OPENED,
    TOPIC_DISCUSSED,
    ADJOURNED,
    CLOSED,
    CANCELLED;

    private static final Map<String, MeetingNews> BY_EVENT =
            Arrays.stream(values()).collect(Collectors.toMap(MeetingNews::event, Function.identity()));

    String event() {
        return "MEETING_" + name();
    }

    /// Null when the event is not about a meeting.
    static @Nullable MeetingNews of(String event) {
        return BY_EVENT.get(event);
    }
}
