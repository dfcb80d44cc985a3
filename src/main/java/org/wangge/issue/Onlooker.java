package org.wangge.issue;

import org.jspecify.annotations.Nullable;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// Whoever listens to the issues of an area, and what they see of it: reckoned again as soon as they are
/// not the same viewer any more.
final class Onlooker {
    private final Presence presence;
    private final Scope area;
    private volatile @Nullable Seen last;

    Onlooker(Presence presence, Scope area) {
        this.presence = presence;
        this.area = area;
    }

    /// @param told where there may be something to tell
    record Seen(Viewer viewer, IssueSight sight, Scope told) {}

    /// @throws org.wangge.refusal.Fault as [Viewer#signedIn], and as [Presence#viewer]
    Mono<Seen> now() {
        return presence.viewer().map(this::seen);
    }

    private Seen seen(Viewer viewer) {
        var seen = last;
        if (seen == null || seen.viewer() != viewer) {
            var sight = IssueSight.of(viewer.signedIn());
            seen = new Seen(viewer, sight, sight.told(area));
            last = seen;
        }
        return seen;
    }
}
