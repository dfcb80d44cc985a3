package org.wangge.notice.publicity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Viewer;

/// Who tells people of a notice in person.
record Teller(String actor, @Nullable UUID member) {
    static Teller of(Viewer viewer) {
        return new Teller(viewer.actor(), viewer.memberId());
    }
}
