package org.wangge.resident.disclosure;

import java.util.UUID;
import org.wangge.grid.GridKey;

/// A resident within reach.
record Subject(UUID residentId, GridKey gridKey) {}
