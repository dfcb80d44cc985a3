package org.wangge.organisation.activity;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [ActivityEnrolment].
public record EnrolmentId(UUID value) {
    public static final String TYPE = "activityEnrolment";

    public static EnrolmentId of(String text) {
        return new EnrolmentId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
