package org.wangge.organisation.volunteer;

import java.util.UUID;

/// Who comes to a team, or leaves it.
public record TeamVolunteerInput(UUID key, VolunteerTeamId teamId, VolunteerId volunteerId) {}
