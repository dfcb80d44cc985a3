package org.wangge.meeting.topic;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Topic].
public record TopicId(UUID value) {
    public static final String TYPE = "topic";

    public static TopicId of(String text) {
        return new TopicId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
