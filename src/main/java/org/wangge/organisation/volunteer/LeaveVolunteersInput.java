package org.wangge.organisation.volunteer;

import java.util.UUID;

/// Which volunteer helps no more.
public record LeaveVolunteersInput(UUID key, VolunteerId volunteerId, int expectedVersion) {}
