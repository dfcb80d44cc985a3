package org.wangge.resident.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.resident.VolunteerLooks;
import reactor.core.publisher.Mono;

/// Looks at volunteers who are in no ledger stand in the same log as looks at residents.
@Component
class HelperLooks implements VolunteerLooks {
    private final DisclosureLog log;

    HelperLooks(DisclosureLog log) {
        this.log = log;
    }

    @Override
    public Mono<UUID> note(VolunteerLook look, Viewer viewer, Instant now) {
        var noted = new Look(
                look.isOwn() ? DisclosureKind.OWN : DisclosureKind.REVEAL,
                now,
                Looker.of(viewer, look.role()),
                null,
                look.at(),
                List.of(PersonalField.NAME),
                look.purpose(),
                look.note(),
                look.volunteer());
        return log.writeCounted(noted).map(written -> written.id().value());
    }
}
