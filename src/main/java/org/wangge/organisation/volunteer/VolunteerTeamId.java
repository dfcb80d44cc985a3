package org.wangge.organisation.volunteer;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [VolunteerTeam].
public record VolunteerTeamId(UUID value) {
    public static final String TYPE = "volunteerTeam";

    public static VolunteerTeamId of(String text) {
        return new VolunteerTeamId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
