package org.wangge.meeting.resolution;

import java.util.UUID;

/// Which resolution is put into effect, or is done.
record ResolutionStepInput(UUID key, ResolutionId resolutionId, int expectedVersion) {}
