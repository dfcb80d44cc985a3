package org.wangge.resident.request;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [RecordRequest].
public record RecordRequestId(UUID value) {
    public static final String TYPE = "recordRequest";

    public static RecordRequestId of(String text) {
        return new RecordRequestId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
