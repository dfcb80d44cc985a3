package org.wangge.issue.likeness;

import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;

/// An issue that may tell of the same matter.
///
/// @param metres how far away; null where one of the two has no point and they lie in the same grid
/// @param similarity the share of pairs of characters that both texts have, from 0 to 1
public record Candidate(IssueId id, @Nullable Double metres, double similarity) {}
