package org.wangge.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An issue in a list, with what lists can be ordered by besides.
///
/// @param nextDueAt null when nothing of it runs
record ListedIssue(Issue issue, @Nullable Instant nextDueAt) {}
