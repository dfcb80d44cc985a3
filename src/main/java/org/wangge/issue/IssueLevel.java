package org.wangge.issue;

/// Who deals with an issue: small things in the grid, larger in the community, hard ones above.
public enum IssueLevel {
    GRID,
    COMMUNITY,
    SUBDISTRICT,
    DISTRICT
}
