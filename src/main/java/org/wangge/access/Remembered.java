package org.wangge.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A standing, and the viewer that followed from it when it was last asked for: the same one for as long
/// as no grant begins or ends, so that others can tell that nothing has changed.
final class Remembered {
    private final Standing standing;
    private volatile @Nullable Span last;

    Remembered(Standing standing) {
        this.standing = standing;
    }

    private record Span(Viewer viewer, Instant from, Instant until) {
        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /// @throws org.wangge.refusal.Fault TOKEN_REVOKED when the session or the account has ended
    Viewer viewer(Instant now) {
        var span = last;
        if (span == null || !span.holds(now)) {
            span = new Span(standing.viewer(now), now, standing.nextChange(now));
            last = span;
        }
        return span.viewer();
    }
}
