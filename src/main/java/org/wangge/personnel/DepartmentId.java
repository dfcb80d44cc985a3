package org.wangge.personnel;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Department].
public record DepartmentId(UUID value) {
    public static final String TYPE = "department";

    public static DepartmentId of(String text) {
        return new DepartmentId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
