package org.wangge.notice.publicity;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [PolicyNotice].
public record PolicyNoticeId(UUID value) {
    public static final String TYPE = "policyNotice";

    public static PolicyNoticeId of(String text) {
        return new PolicyNoticeId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
