package org.wangge.personnel;

import org.wangge.grid.GridLevel;

/// What somebody is to a grid, leaders first.
public enum GridRole {
    GRID_LEADER,
    GRID_INSTRUCTOR,
    GRID_MEMBER,
    PART_TIME_MEMBER,
    ENFORCEMENT_OFFICER,
    COMMUNITY_POLICE,
    COMMUNITY_DOCTOR,
    SUBDISTRICT_CADRE,
    SOCIAL_WORKER,
    VOLUNTEER;

    /// Teams serve subdistricts and what lies below; dedicated members have a comprehensive grid
    /// each (一格一员, 专管一格).
    boolean goesWith(GridLevel level) {
        return level != GridLevel.DISTRICT && (this != GRID_MEMBER || level == GridLevel.COMPREHENSIVE);
    }
}
