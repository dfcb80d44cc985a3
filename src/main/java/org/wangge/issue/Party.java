package org.wangge.issue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;

/// As whom somebody acts on an issue: by a role held where it is, by what they are to this issue, or
/// because a time has come.
public enum Party {
    REPORTER,
    LEAD,
    CO_HANDLER,
    INTAKE(Role.INTAKE),
    DISPATCH(Role.DISPATCH),
    SUPERVISION(Role.SUPERVISION),
    ANALYSIS(Role.ANALYSIS),
    DUTY_COMMANDER(Role.DUTY_COMMANDER),
    GRID_MEMBER(Role.GRID_MEMBER),
    GRID_LEADER(Role.GRID_LEADER),
    COMMUNITY_LEADER(Role.COMMUNITY_LEADER),
    /// Leads a grid above the one whose people handle it.
    LEADER_ABOVE,
    SUBDISTRICT_LEADER(Role.SUBDISTRICT_LEADER),
    TIMER,
    ANYONE;

    private final @Nullable Role role;

    Party() {
        this(null);
    }

    Party(@Nullable Role role) {
        this.role = role;
    }

    /// The role that makes somebody this party, where a role does.
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    public boolean isHandler() {
        return this == LEAD || this == CO_HANDLER;
    }
}
