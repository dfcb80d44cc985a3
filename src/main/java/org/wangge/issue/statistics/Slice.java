package org.wangge.issue.statistics;

import org.jspecify.annotations.Nullable;
import org.wangge.issue.CategoryId;
import org.wangge.issue.IssueSource;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Urgency;

/// How many of what was reported are of one category, or came one way, or stand somewhere, or are so
/// urgent: one of these is named.
///
/// @param count null when there are too few to be told
record Slice(
        @Nullable CategoryId categoryId,
        @Nullable IssueSource source,
        @Nullable IssueStatus status,
        @Nullable Urgency urgency,
        @Nullable Integer count) {}
