package org.wangge.access.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Where a sealed value stands, such as `resident.phone` of one row. It is sealed in with the value:
/// a cell that is moved to another place does not open there.
public record CellPlace(String field, UUID row) {
    byte[] bytes() {
        var name = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 1 + 2 * Long.BYTES)
                .put(name)
                .put((byte) 0)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return field + " of " + row;
    }
}
