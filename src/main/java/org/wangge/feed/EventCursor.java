package org.wangge.feed;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.wangge.graphql.page.Seal;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Where a subscriber stands in each stream it follows. Clients keep it as text and send it back.
record EventCursor(Map<Integer, Position> positions) {
    private static final String CONTEXT = "events";
    private static final int BYTES = Integer.BYTES + Integer.BYTES + Long.BYTES;

    EventCursor {
        positions = Map.copyOf(positions);
    }

    String seal(Seal seal) {
        var bytes = ByteBuffer.allocate(positions.size() * BYTES);
        new TreeMap<>(positions)
                .forEach((stream, position) ->
                        bytes.putInt(stream).putInt(position.epoch()).putLong(position.n()));
        return seal.close(bytes.array(), CONTEXT);
    }

    /// @throws Fault INVALID_CURSOR when this graph did not give the text
    static EventCursor open(String text, Seal seal) {
        var opened = seal.open(text, CONTEXT);
        if (opened == null) {
            throw new Fault(FaultCode.INVALID_CURSOR, "after");
        }
        var bytes = ByteBuffer.wrap(opened);
        Map<Integer, Position> positions = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            positions.put(bytes.getInt(), new Position(bytes.getInt(), bytes.getLong()));
        }
        return new EventCursor(positions);
    }
}
