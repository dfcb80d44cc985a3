package org.wangge.resident.request;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.access.personal.Keyrings;
import org.wangge.feed.NewEvent;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.correction.Change;
import org.wangge.resident.correction.Kept;
import org.wangge.resident.correction.Records;
import reactor.core.publisher.Mono;

/// Does what was asked for, once it is granted.
@Component
class Granting {
    private static final String SOURCE = "本人申请";

    private final RecordRequests requests;
    private final Records records;
    private final Keyrings keyrings;

    Granting(RecordRequests requests, Records records, Keyrings keyrings) {
        this.requests = requests;
        this.records = records;
        this.keyrings = keyrings;
    }

    /// What there is to tell of it; nothing when it was declined or decided before.
    Mono<List<NewEvent>> apply(RecordRequest request, RequestDecision decision, Viewer viewer, Instant now) {
        if (decision == RequestDecision.DECLINE || request.state() != RequestState.OPEN) {
            return Mono.just(List.of());
        }
        return records.lock(request.residentId(), viewer.scope(Right.DECIDE))
                .switchIfEmpty(Mono.error(() -> Problems.single("requestId", ProblemCode.UNKNOWN)))
                .flatMap(kept -> switch (request.kind()) {
                    case CORRECTION -> corrected(request, kept, viewer, now);
                    case DELETION -> deleted(kept, now);
                });
    }

    private Mono<List<NewEvent>> corrected(RecordRequest request, Kept kept, Viewer viewer, Instant now) {
        var change = Change.by(viewer, Right.DECIDE, kept.gridKey(), now, now, SOURCE);
        return keyrings.current()
                .flatMap(keyring -> requests.proposal(request, keyring))
                .map(proposal ->
                        proposal.facts().orElseThrow(() -> Problems.single("requestId", ProblemCode.MALFORMED)))
                .flatMap(facts -> records.change(kept, facts, change, field -> "requestId"))
                .map(version -> List.of(event("RESIDENT_CORRECTED", kept, version, now)));
    }

    private Mono<List<NewEvent>> deleted(Kept kept, Instant now) {
        return records.anonymise(kept.residentId(), now)
                .map(version -> List.of(event("RESIDENT_ANONYMISED", kept, version, now)));
    }

    private static NewEvent event(String type, Kept kept, int version, Instant now) {
        return new NewEvent(type, kept.residentId(), version, kept.gridKey(), now);
    }
}
