package org.wangge.issue;

import org.jspecify.annotations.Nullable;

/// Names one issue, by exactly one of these.
public record IssueLookup(
        @Nullable IssueId id,
        @Nullable String caseNo,
        @Nullable String trackingCode) {}
