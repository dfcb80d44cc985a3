package org.wangge.access.account;

import org.jspecify.annotations.Nullable;
import org.wangge.access.Viewer;

/// What somebody has to do before they may do anything else.
public enum Restriction {
    PASSWORD_CHANGE_REQUIRED,
    SECOND_FACTOR_REQUIRED;

    static @Nullable Restriction of(Viewer viewer) {
        var restriction = viewer.restriction();
        return restriction == null ? null : valueOf(restriction.name());
    }
}
