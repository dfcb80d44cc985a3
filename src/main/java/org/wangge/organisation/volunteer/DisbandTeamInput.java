package org.wangge.organisation.volunteer;

import java.util.UUID;

/// Which team is none any more.
public record DisbandTeamInput(UUID key, VolunteerTeamId teamId, int expectedVersion) {}
