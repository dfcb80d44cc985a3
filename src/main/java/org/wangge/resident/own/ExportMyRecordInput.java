package org.wangge.resident.own;

import java.util.UUID;

/// That somebody wants a copy of everything that is kept about them.
public record ExportMyRecordInput(UUID key) {}
