package org.wangge.issue.dispatch;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [DispatchRule].
public record DispatchRuleId(UUID value) {
    public static final String TYPE = "dispatchRule";

    public static DispatchRuleId of(String text) {
        return new DispatchRuleId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
