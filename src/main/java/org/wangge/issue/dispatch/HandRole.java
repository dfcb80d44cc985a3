package org.wangge.issue.dispatch;

/// Whoever serves the issue's own grid in that way.
public enum HandRole {
    GRID_MEMBER,
    GRID_LEADER,
    COMMUNITY_LEADER
}
