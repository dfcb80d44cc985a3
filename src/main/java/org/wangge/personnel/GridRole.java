package org.wangge.personnel;

import org.wangge.access.Role;
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

    /// What somebody in this role at a grid of that level may see and do (permission matrix).
    public Role brings(GridLevel level) {
        return switch (this) {
            case GRID_LEADER -> level == GridLevel.COMMUNITY ? Role.COMMUNITY_LEADER : Role.GRID_LEADER;
            case GRID_INSTRUCTOR, SUBDISTRICT_CADRE -> Role.GRID_INSTRUCTOR;
            case GRID_MEMBER, PART_TIME_MEMBER -> Role.GRID_MEMBER;
            case ENFORCEMENT_OFFICER, COMMUNITY_POLICE -> Role.DEPARTMENT_HANDLER;
            case COMMUNITY_DOCTOR -> Role.COMMUNITY_DOCTOR;
            case SOCIAL_WORKER, VOLUNTEER -> Role.VOLUNTEER;
        };
    }

    /// Teams serve subdistricts and what lies below; dedicated members have a comprehensive grid
    /// each (一格一员, 专管一格).
    boolean goesWith(GridLevel level) {
        return level != GridLevel.DISTRICT && (this != GRID_MEMBER || level == GridLevel.COMPREHENSIVE);
    }
}
