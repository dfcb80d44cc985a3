package org.wangge.graphql.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// A place in an ordered list: the value of the ordering column and the id. Sealed together with
/// what the list is (tables, order, filter), so that a cursor of another list does not open.
record Position(Object value, UUID id) {
    String seal(String context, Seal seal) {
        var text = value.toString().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(16 + text.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(text);
        return seal.close(bytes.array(), context);
    }

    static Position open(String cursor, String argument, Sort.Kind kind, String context, Seal seal) {
        var opened = seal.open(cursor, context);
        if (opened == null) {
            throw new Fault(FaultCode.INVALID_CURSOR, argument);
        }
        var bytes = ByteBuffer.wrap(opened);
        var id = new UUID(bytes.getLong(), bytes.getLong());
        return new Position(kind.read(StandardCharsets.UTF_8.decode(bytes).toString()), id);
    }
}
