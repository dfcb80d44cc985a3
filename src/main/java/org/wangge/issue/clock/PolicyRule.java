package org.wangge.issue.clock;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.AreaClass;
import org.wangge.grid.GridKey;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.IssueType;
import org.wangge.issue.Urgency;

/// A policy and the issues it is for; what is null is for all of them.
///
/// @param grid the subdistrict whose own it is
/// @param category a category, or a class and all that belongs to it
record PolicyRule(
        Policy policy,
        @Nullable GridKey grid,
        @Nullable IssueType type,
        @Nullable String category,
        @Nullable Urgency urgency,
        @Nullable AreaClass area) {
    /// @param lies the class of the area in which the issue lies, if that has one
    boolean fits(Issue issue, IssueCategory about, @Nullable AreaClass lies) {
        return (grid == null || grid.holds(issue.gridKey()))
                && (type == null || type == issue.type())
                && (urgency == null || urgency == issue.urgency())
                && (category == null || category.equals(about.code()) || category.equals(about.parentCode()))
                && (area == null || area == lies);
    }
}
