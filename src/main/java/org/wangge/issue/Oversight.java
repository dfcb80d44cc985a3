package org.wangge.issue;

import org.wangge.access.Presence;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Sight;
import org.wangge.grid.Grid;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// What is shown to command centres: to staff who see all issues of a grid, and to nobody else.
public final class Oversight {
    private Oversight() {}

    /// @throws Fault NOT_PERMITTED, or as [Viewer#signedIn]
    public static void require(Viewer viewer, Grid grid) {
        if (!isHeld(viewer, grid)) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
    }

    /// All of the grid, as long as they do.
    public static Sight of(Presence presence, Grid grid) {
        var all = Scope.everywhere().within(grid.key());
        return () -> presence.viewer().map(viewer -> isHeld(viewer, grid) ? all : Scope.nowhere());
    }

    private static boolean isHeld(Viewer viewer, Grid grid) {
        return viewer.signedIn().may(Right.ISSUES, grid.key());
    }
}
