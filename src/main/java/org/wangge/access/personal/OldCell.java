package org.wangge.access.personal;

import java.util.UUID;

/// A cell under an older key.
record OldCell(UUID row, byte[] cell) {}
