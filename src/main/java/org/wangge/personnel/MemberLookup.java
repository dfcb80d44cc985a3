package org.wangge.personnel;

import org.jspecify.annotations.Nullable;

/// Names one member, by exactly one of these.
public record MemberLookup(@Nullable MemberId id, @Nullable String cardNo) {}
