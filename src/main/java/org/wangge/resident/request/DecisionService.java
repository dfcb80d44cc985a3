package org.wangge.resident.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Decides what residents ask; what is granted is done in the same transaction. A deletion may be
/// declined where a law has the record kept: the answer names it.
@Service
class DecisionService {
    private final Commands commands;
    private final RecordRequests requests;
    private final Granting granting;
    private final Clock clock;

    DecisionService(Commands commands, RecordRequests requests, Granting granting, Clock clock) {
        this.commands = commands;
        this.requests = requests;
        this.granting = granting;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, ONESELF, STALE_VERSION, KEY_REUSED
    Mono<Outcome> decide(DecideRequestInput input, Viewer viewer) {
        viewer.require(Right.DECIDE);
        input.check();
        var now = clock.instant();
        var work = requests.find(input.requestId(), viewer.scope(Right.DECIDE).limit("r.grid_key", "decided"))
                .switchIfEmpty(Mono.error(() -> Problems.single("requestId", ProblemCode.UNKNOWN)))
                .doOnNext(request -> requireAnother(request, viewer))
                .flatMap(request -> decided(request, input, viewer, now));
        return commands.once(new Command(viewer.actor(), input.key(), "decideRequest", input), now, work);
    }

    private Mono<Done> decided(RecordRequest request, DecideRequestInput input, Viewer viewer, Instant now) {
        return granting.apply(request, input.decision(), viewer, now)
                .flatMap(events -> requests.decide(request, input, viewer, now)
                        .switchIfEmpty(Mono.error(() -> stale(request, input)))
                        .map(version -> done(request, version, events)));
    }

    private static Done done(RecordRequest request, int version, List<NewEvent> events) {
        return new Done(request.id().value(), version, events);
    }

    private static void requireAnother(RecordRequest request, Viewer viewer) {
        if (request.accountId().equals(viewer.accountId())
                || request.residentId().value().equals(viewer.residentId())) {
            throw new Refused(new Refusal.Oneself());
        }
    }

    private static Refused stale(RecordRequest request, DecideRequestInput input) {
        return new Refused(new Refusal.StaleVersion(input.expectedVersion(), request.version()));
    }
}
