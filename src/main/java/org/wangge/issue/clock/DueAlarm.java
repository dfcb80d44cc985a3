package org.wangge.issue.clock;

import java.util.UUID;

/// An alarm whose time has come, and the stream that is to tell of it.
record DueAlarm(int stream, UUID issueId, UUID clockId, Threshold threshold) {}
