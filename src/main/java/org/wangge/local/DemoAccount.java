package org.wangge.local;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;

/// Who can look around the demo street: one for each role. Those of the teams are real members of
/// one grid, whose assignments bring their rights; the others were granted theirs.
enum DemoAccount {
    GRID_MEMBER(Role.GRID_MEMBER, Place.GRID, "GRID_MEMBER"),
    GRID_LEADER(Role.GRID_LEADER, Place.GRID, "GRID_LEADER"),
    COMMUNITY_LEADER(Role.COMMUNITY_LEADER, Place.COMMUNITY, null),
    INSTRUCTOR(Role.GRID_INSTRUCTOR, Place.GRID, "SUBDISTRICT_CADRE"),
    DOCTOR(Role.COMMUNITY_DOCTOR, Place.COMMUNITY, "COMMUNITY_DOCTOR"),
    HANDLER(Role.DEPARTMENT_HANDLER, Place.GRID, "ENFORCEMENT_OFFICER"),
    COMMANDER(Role.DUTY_COMMANDER, Place.STREET, null),
    INTAKE(Role.INTAKE, Place.STREET, null),
    MONITORING(Role.MONITORING, Place.STREET, null),
    DISPATCH(Role.DISPATCH, Place.STREET, null),
    SUPERVISION(Role.SUPERVISION, Place.STREET, null),
    ANALYSIS(Role.ANALYSIS, Place.STREET, null),
    LEADER(Role.SUBDISTRICT_LEADER, Place.STREET, null),
    SYSTEM_ADMIN(Role.SYSTEM_ADMIN, Place.EVERYWHERE, null),
    SECURITY_ADMIN(Role.SECURITY_ADMIN, Place.EVERYWHERE, null),
    AUDITOR(Role.AUDITOR, Place.EVERYWHERE, null),
    VOLUNTEER(Role.VOLUNTEER, Place.COMMUNITY, null),
    AGENCY(Role.AGENCY_STAFF, Place.STREET, null),
    RESIDENT(Role.RESIDENT, Place.GRID, null);

    private final Role role;
    private final Place place;
    private final @Nullable String service;

    /// Where somebody is at work: in one grid of the street, or in what lies above it.
    enum Place {
        GRID,
        COMMUNITY,
        STREET,
        EVERYWHERE
    }

    DemoAccount(Role role, Place place, @Nullable String service) {
        this.role = role;
        this.place = place;
        this.service = service;
    }

    /// To sign in with.
    String signInName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Role role() {
        return role;
    }

    Place place() {
        return place;
    }

    /// The role of the assignment that brings the rights; null where they are granted.
    @Nullable
    String service() {
        return service;
    }
}
