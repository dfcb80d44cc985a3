package org.wangge.organisation.activity;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Activity].
public record ActivityId(UUID value) {
    public static final String TYPE = "activity";

    public static ActivityId of(String text) {
        return new ActivityId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
