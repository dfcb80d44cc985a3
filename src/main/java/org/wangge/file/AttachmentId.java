package org.wangge.file;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names an [Attachment].
public record AttachmentId(UUID value) {
    public static final String TYPE = "attachment";

    public static AttachmentId of(String text) {
        return new AttachmentId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
