package org.wangge.issue.statistics;

import org.jspecify.annotations.Nullable;

/// So many out of so many.
///
/// @param share null when there is nothing to take a share of, or too little of it
/// @param isSuppressed whether something of it is not told, since few people are behind it
record Rate(
        @Nullable Integer numerator,
        @Nullable Integer denominator,
        @Nullable Double share,
        boolean isSuppressed) {}
