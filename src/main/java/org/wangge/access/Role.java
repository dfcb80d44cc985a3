package org.wangge.access;

import static org.wangge.access.Right.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What somebody is to the work, and the rights that come with it: within the grid of the
/// [Grant], and no further. The three administrators are apart from each other and from the work:
/// none of them reads residents.
public enum Role {
    ANONYMOUS,
    RESIDENT,
    VOLUNTEER,
    AGENCY_STAFF,
    GRID_MEMBER(LEDGER, CORRECT, STATISTICS, PERSONNEL, ISSUES, ORGANISE, MEETINGS),
    GRID_INSTRUCTOR(STATISTICS, PERSONNEL, ISSUES, MEETINGS),
    GRID_LEADER(
            LEDGER, CORRECT, DECIDE, STATISTICS, PERSONNEL, ISSUES, ORGANISE, SOCIETY, MEETINGS, CONVENE, PUBLICITY),
    COMMUNITY_DOCTOR(CARE, PERSONNEL),
    COMMUNITY_LEADER(
            LEDGER,
            CORRECT,
            DECIDE,
            STATISTICS,
            PERSONNEL,
            ISSUES,
            APPOINT,
            ORGANISE,
            SOCIETY,
            PROCURE,
            PROJECTS,
            MEETINGS,
            CONVENE,
            PUBLICITY),
    DEPARTMENT_HANDLER(PERSONNEL),
    DUTY_COMMANDER(EMERGENCY, STATISTICS, PERSONNEL, DUTY, ISSUES, MEETINGS),
    INTAKE(STATISTICS, PERSONNEL, DUTY, ISSUES, MEETINGS),
    MONITORING(STATISTICS, PERSONNEL, DUTY, ISSUES, MEETINGS),
    DISPATCH(STATISTICS, PERSONNEL, DUTY, ISSUES, ROUTE, MEETINGS),
    SUPERVISION(STATISTICS, PERSONNEL, DUTY, ISSUES, MEETINGS),
    ANALYSIS(STATISTICS, PERSONNEL, DUTY, ISSUES, MEETINGS),
    SUBDISTRICT_LEADER(
            STATISTICS,
            PERSONNEL,
            DUTY,
            ISSUES,
            APPOINT,
            ADMIT,
            ROUTE,
            CLOCKS,
            ORGANISE,
            SOCIETY,
            PROCURE,
            PROJECTS,
            MEETINGS,
            CONVENE,
            PUBLICITY),
    SYSTEM_ADMIN(ACCOUNTS),
    SECURITY_ADMIN(GRANTS, KEYS),
    AUDITOR(AUDIT, PERSONNEL, DUTY, ISSUES, MEETINGS);

    private final Set<Right> rights = EnumSet.noneOf(Right.class);

    Role(Right... rights) {
        this.rights.addAll(Arrays.asList(rights));
    }

    public boolean holds(Right right) {
        return rights.contains(right);
    }

    /// Whether residents are seen in it; nobody sees those of everywhere.
    public boolean readsPeople() {
        return holds(LEDGER) || holds(CARE) || holds(EMERGENCY);
    }

    /// One of the three administrators (三员), who hold no other role beside it.
    public boolean isAdministrator() {
        return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDITOR;
    }
}
