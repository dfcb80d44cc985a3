package org.wangge.personnel;

/// The five duties of those who serve a grid (五项职责).
public enum DutyCategory {
    POLICY_PUBLICITY,
    INFORMATION_COLLECTION,
    DEMAND_INTAKE,
    PATROL_VISIT,
    CONVENIENCE_SERVICE
}
