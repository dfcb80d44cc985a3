package org.wangge.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What everybody may know of somebody who serves: the plaque, if it is public, and the department.
/// Never a name.
public record StaffCard(
        UUID memberId,
        @Nullable String number,
        @Nullable String title,
        @Nullable String department) {}
