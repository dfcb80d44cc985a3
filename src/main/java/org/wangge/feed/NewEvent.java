package org.wangge.feed;

import java.time.Instant;
import java.util.UUID;
import org.wangge.grid.GridKey;

/// Something that a command is about to say happened; its place in the stream comes at the end of
/// the transaction.
public record NewEvent(String type, UUID subject, int subjectVersion, GridKey gridKey, Instant at) {}
