package org.wangge.resident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Mono;

/// Notes who looks at how somebody is reached who reported an issue (查阅登记): whoever keeps the log of
/// disclosures offers one. Without the note there is no look.
public interface IssueLooks {
    /// What is looked at: name and phone of the reporter of an issue at a grid, as whom, and why.
    ///
    /// @param residentId whom it was reported for, if anybody
    /// @param issue as the graph writes its id
    record IssueLook(Role role, GridKey at, @Nullable UUID residentId, String issue, String note) {}

    /// Inside the transaction of the command that shows it; gives the id of the note. It counts among the
    /// looks that the viewer has.
    ///
    /// @throws org.wangge.refusal.Refused QUOTA_USED_UP
    Mono<UUID> note(IssueLook look, Viewer viewer, Instant now);
}
