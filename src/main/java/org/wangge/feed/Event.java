package org.wangge.feed;

import java.time.Instant;
import java.util.UUID;
import org.wangge.grid.GridKey;

/// Something that happened to a subject, at a place of a stream: ids and public facts only.
public record Event(int stream, long n, String type, UUID subject, int subjectVersion, GridKey gridKey, Instant at) {}
