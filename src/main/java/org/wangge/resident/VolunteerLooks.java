package org.wangge.resident;

import java.time.Instant;
import java.util.UUID;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Mono;

/// Notes who looks at the name of a volunteer who is in no ledger (查阅登记): whoever keeps the log of
/// disclosures offers one. Without the note there is no look.
public interface VolunteerLooks {
    /// What is looked at: the name of a volunteer of a grid, as whom, what for and why.
    ///
    /// @param volunteer as the graph writes its id
    /// @param isOwn whether the volunteer looks
    record VolunteerLook(
            String volunteer, GridKey at, Role role, DisclosurePurpose purpose, String note, boolean isOwn) {}

    /// Inside the transaction of the command that shows it; gives the id of the note. It counts among the
    /// looks that the viewer has.
    ///
    /// @throws org.wangge.refusal.Refused QUOTA_USED_UP
    Mono<UUID> note(VolunteerLook look, Viewer viewer, Instant now);
}
