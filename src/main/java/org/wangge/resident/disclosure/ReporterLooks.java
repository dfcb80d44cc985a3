package org.wangge.resident.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.IssueLooks;
import reactor.core.publisher.Mono;

/// Looks at reporters stand in the same log as looks at residents.
@Component
class ReporterLooks implements IssueLooks {
    private static final List<PersonalField> FIELDS = List.of(PersonalField.NAME, PersonalField.PHONE);

    private final DisclosureLog log;

    ReporterLooks(DisclosureLog log) {
        this.log = log;
    }

    @Override
    public Mono<UUID> note(IssueLook look, Viewer viewer, Instant now) {
        var noted = new Look(
                DisclosureKind.REVEAL,
                now,
                Looker.of(viewer, look.role()),
                look.residentId(),
                look.at(),
                FIELDS,
                DisclosurePurpose.ISSUE,
                look.note(),
                look.issue());
        return log.writeCounted(noted).map(written -> written.id().value());
    }
}
