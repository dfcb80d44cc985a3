package org.wangge.town;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wangge.access.Grant;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;

/// Somebody signed in, each time another account.
public final class TownViewers {
    private TownViewers() {}

    public static Viewer in(TownGrid grid, Role role) {
        var account = UUID.randomUUID();
        var grant = new Grant(role, new GridKey(grid.key()), Instant.EPOCH, null);
        return new Viewer("account:" + account, account, UUID.randomUUID(), null, null, List.of(grant), null);
    }

    public static Viewer resident(TownThing resident) {
        var account = UUID.randomUUID();
        return new Viewer("account:" + account, account, UUID.randomUUID(), null, resident.uuid(), List.of(), null);
    }
}
