package org.wangge.access.personal;

import java.util.UUID;

/// To which algorithm the keys are to be changed; it may be the one they have.
public record RotateKeysInput(UUID key, Algorithm algorithm) {}
